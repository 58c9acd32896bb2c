namespace TwoDoors.Sim.Explore.Programs;

/// <summary>A number of executions that somebody published of a program, or that several tools agree on.</summary>
/// <param name="Strategy">Which search.</param>
/// <param name="Program">Name in the catalogue.</param>
/// <param name="Arguments">Its numbers.</param>
/// <param name="Bound">Preemptions, of a bounded search.</param>
/// <param name="Traces">Executions that run to their end.</param>
/// <param name="Blocked">Executions given up.</param>
public sealed record PublishedCount(
    string Strategy, string Program, IReadOnlyList<int> Arguments, int Bound, long Traces, long Blocked)
{
    /// <summary>The program with its numbers.</summary>
    public string Name => $"{Program}({string.Join(", ", Arguments)})"
        + (Strategy == "preemption-bounded" ? $" at most {Bound}" : "");

    /// <summary>True when it is quick enough for a test.</summary>
    public bool IsSmall => Traces + Blocked <= 4_000;
}
