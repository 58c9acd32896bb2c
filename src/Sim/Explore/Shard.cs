using TwoDoors.Model.Claims;

namespace TwoDoors.Sim.Explore;

/// <summary>One part of an exploration that several machines do.</summary>
/// <param name="Index">Which part, from 0.</param>
/// <param name="Count">Of how many.</param>
public readonly record struct Shard(int Index, int Count)
{
    /// <summary>Executions of a sampling strategy that a part may do where none is asked for in all.</summary>
    private const long Apart = 1L << 40;

    /// <summary>Everything.</summary>
    public static Shard Whole => new(0, 1);

    /// <summary>True for everything.</summary>
    public bool IsWhole => Count == 1;

    /// <summary>True when the states that follow from this one are explored in this part.</summary>
    public bool Owns(in Fingerprint state) => state.Low % (ulong)Count == (ulong)Index;

    /// <summary>The number of the first execution of this part.</summary>
    /// <param name="executions">How many in all; null where time decides.</param>
    public long First(long? executions) =>
        executions is { } all ? (long)((Int128)all * Index / Count) : Apart * Index;

    /// <summary>The number of the first execution behind this part; null for no end.</summary>
    /// <param name="executions">How many in all; null where time decides.</param>
    public long? End(long? executions) =>
        executions is { } all ? (long)((Int128)all * (Index + 1) / Count) : null;

    /// <inheritdoc/>
    public override string ToString() => $"{Index}/{Count}";
}
