namespace TwoDoors.Sim.Explore;

/// <summary>How far an exploration was after a number of executions.</summary>
/// <param name="Runs">Executions so far: boots of an exhaustive search, whole executions of a sampling one.</param>
/// <param name="States">Distinct states after a crash found so far.</param>
/// <param name="Expanded">Those of them from which everything was explored; 0 where a strategy samples.</param>
/// <param name="Cuts">Crash states generated so far.</param>
public readonly record struct Sample(long Runs, long States, long Expanded, long Cuts);

/// <summary>When a claim was first seen broken.</summary>
/// <param name="Property">The claim.</param>
/// <param name="Runs">The number of the execution that broke it.</param>
public readonly record struct FirstBroken(string Property, long Runs);

/// <summary>The way to a verdict, for plots: counted in executions and never in seconds, so equal explorations have
/// equal ones.</summary>
/// <param name="Samples">In order of their runs; the last one is the end.</param>
/// <param name="Firsts">In order of their runs.</param>
public sealed record Progression(IReadOnlyList<Sample> Samples, IReadOnlyList<FirstBroken> Firsts)
{
    /// <summary>Of an exploration that kept none.</summary>
    public static Progression None { get; } = new([], []);
}
