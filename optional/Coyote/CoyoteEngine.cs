using Microsoft.Coyote;
using Microsoft.Coyote.Runtime;
using Microsoft.Coyote.Specifications;
using Microsoft.Coyote.SystematicTesting;
using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Optional.Coyote;

/// <summary>Explores and replays a program of threads under Coyote.</summary>
/// <param name="program">The program.</param>
/// <param name="pump">True for one Coyote operation a thread, false for integers alone.</param>
internal sealed class CoyoteEngine(ThreadProgram program, bool pump)
{
    /// <summary>Tests under a strategy.</summary>
    /// <returns>How many failures were found, what the first one says, and its trace for a replay.</returns>
    public (int Failures, string Says, string Trace) Explore(string strategy, uint iterations, uint seed)
    {
        Configuration configuration = Configuration.Create()
            .WithTelemetryEnabled(false)
            .WithTestingIterations(iterations)
            .WithRandomGeneratorSeed(seed);
        configuration = strategy switch
        {
            "random" => configuration.WithRandomStrategy(),
            "pct" => configuration.WithPrioritizationStrategy(),
            "delay" => configuration.WithDelayBoundingStrategy(),
            "q-learning" => configuration.WithQLearningStrategy(),
            _ => throw new ArgumentException($"no strategy '{strategy}'; there are random, pct, delay, q-learning"),
        };
        return Run(configuration);
    }

    /// <summary>Repeats a trace that <see cref="Explore"/> gave.</summary>
    public (int Failures, string Says, string Trace) Replay(string trace) => Run(
        Configuration.Create().WithTelemetryEnabled(false).WithReproducibleTrace(trace));

    private (int Failures, string Says, string Trace) Run(Configuration configuration)
    {
        using TestingEngine engine = TestingEngine.Create(configuration, Execute);
        engine.Run();
        TestReport report = engine.TestReport;
        return (report.NumOfFoundBugs, report.BugReports.FirstOrDefault() ?? "", engine.ReproducibleTrace ?? "");
    }

    private void Execute(ICoyoteRuntime runtime)
    {
        // Coyote ends a search early when it has met fewer than two points at which it could choose.
        SchedulingPoint.Interleave();
        SchedulingPoint.Interleave();
        string? failure = Failure(runtime);
        Specification.Assert(failure is null, failure ?? "");
    }

    private string? Failure(ICoyoteRuntime runtime)
    {
        if (!pump)
        {
            ThreadOptions one = new() { Executions = 1 };
            return new ThreadSampler(program, one, new CoyoteStrategy(runtime)).Run().First?.Says;
        }

        ThreadMachine machine = new(program);
        Pump.Run(machine);
        return machine.Failure ?? (program.DeadlockFails && machine.IsDeadlocked ? "deadlock" : null);
    }
}
