using System.Globalization;
using TwoDoors.Sim.Explore.Programs;
using TwoDoors.Sim.Explore.Strategies;

namespace TwoDoors.Sim.Explore.Threads;

/// <summary>Strategies of which the chance of a failure is known exactly, held to it on programs of the catalogue.
/// </summary>
public static class OracleCheck
{
    private static readonly string[] Programs =
    [
        "twostage", "reorder 2 1", "reorder 3 1", "reorder 4 1", "reorder 9 1", "account", "lazy01", "deadlock01",
        "wronglock 1 3", "bluetooth_driver", "token_ring", "carter01", "stack",
    ];

    private static readonly string[] Strategies = ["random", "urw", "uniform"];

    /// <summary>What there is to check: each job gives one result.</summary>
    /// <param name="executions">How many executions each samples.</param>
    /// <param name="seed">Of all of them.</param>
    public static IReadOnlyList<Func<EngineCheckResult>> Jobs(long executions, ulong seed)
    {
        List<Func<EngineCheckResult>> jobs = [];
        foreach (string line in Programs)
        {
            ProgramText text = Catalogue.Build(line);
            foreach (ProgramText program in new[] { text, Spawning.From(text) })
            {
                foreach (string strategy in Strategies)
                    jobs.Add(() => Check(program, program != text, strategy, executions, seed));
            }
        }

        return jobs;
    }

    private static EngineCheckResult Check(
        ProgramText text, bool spawns, string strategy, long executions, ulong seed)
    {
        ThreadProgram program = text.Compile();
        ThreadOptions options = new() { Strategy = strategy, Executions = executions, Seed = seed };
        double chance = Chance(program, options);
        ThreadVerdict verdict = ThreadSearches.Run(program, options);
        return new EngineCheckResult(
            $"{text.Name}{(spawns ? ", spawned" : "")}: {strategy} fails as often as computed",
            Plausibility.Agrees(verdict.FailedTraces, verdict.Traces, chance),
            $"exactly 1 in {Figure(1 / chance)}; {verdict.FailedTraces} of {verdict.Traces}, "
                + $"1 in {Figure((double)verdict.Traces / verdict.FailedTraces)}");
    }

    private static double Chance(ThreadProgram program, ThreadOptions options)
    {
        switch (options.Strategy)
        {
            case "random":
                return WalkChances.OfRandomWalk(program);
            case "urw":
                RunProfile profile = new ThreadSampler(program, options).Profile();
                return WalkChances.OfUniformWalk(program, profile);
            default:
                (double all, double failing) = new ScheduleCounts(program).Count();
                return failing / all;
        }
    }

    private static string Figure(double number) => number switch
    {
        double.PositiveInfinity => "none",
        < 1e6 => number.ToString("0.00", CultureInfo.InvariantCulture),
        _ => number.ToString("0.00e0", CultureInfo.InvariantCulture),
    };
}
