using Microsoft.Coyote;
using Microsoft.Coyote.Runtime;
using Microsoft.Coyote.Specifications;
using Microsoft.Coyote.SystematicTesting;

namespace TwoDoors.Optional.Coyote;

/// <summary>Explores and replays under Coyote.</summary>
/// <param name="execute">Runs one execution in which Coyote chooses, and says what was wrong with it, or
/// null.</param>
internal sealed class CoyoteEngine(Func<ICoyoteRuntime, string?> execute)
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
        string? failure = execute(runtime);
        Specification.Assert(failure is null, failure ?? "");
    }
}
