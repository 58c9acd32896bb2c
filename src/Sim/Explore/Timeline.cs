using TwoDoors.Model.World;
using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Disk;

namespace TwoDoors.Sim.Explore;

/// <summary>One line of what happened.</summary>
/// <param name="Kind">A call, an answer of the world, or a crash.</param>
/// <param name="Boot">Which boot of the host, from 1.</param>
/// <param name="Step">How many calls were made up to here, over all boots.</param>
/// <param name="Who">The activity, the question, or the host.</param>
/// <param name="What">The call or the answer.</param>
/// <param name="Result">What the call answered.</param>
/// <param name="Changed">Of a call: the changes that are pending since it. Of a power cut: the pending changes that
/// survived.</param>
/// <param name="Lost">Of a power cut: the pending changes that did not survive.</param>
/// <param name="Outside">What the outside knows, when this entry changed it.</param>
public sealed record TimelineEntry(
    TraceKind Kind,
    int Boot,
    int Step,
    string Who,
    string What,
    string Result,
    IReadOnlyList<string> Changed,
    IReadOnlyList<string> Lost,
    string? Outside)
{
    /// <summary>Of a call in a replay: where it is written, if that is known.</summary>
    public SourcePlace? At { get; init; }

    /// <summary>Of a power cut in a replay: the files as running programs saw them just before it.</summary>
    public IReadOnlyList<FileLine> Before { get; init; } = [];

    /// <summary>Of a power cut in a replay: the files that the next start finds.</summary>
    public IReadOnlyList<FileLine> After { get; init; } = [];
}

/// <summary>A whole execution, readable.</summary>
/// <param name="Entries">In order.</param>
/// <param name="Violates">The claim that broke at the end of it, or null.</param>
/// <param name="Says">What is wrong, or null.</param>
/// <param name="Files">The files at the end: paths in byte order, with their contents as text.</param>
public sealed record Timeline(
    IReadOnlyList<TimelineEntry> Entries,
    string? Violates,
    string? Says,
    IReadOnlyList<string> Files)
{
    /// <summary>Of a replay: the files before the first start.</summary>
    public IReadOnlyList<FileLine> Start { get; init; } = [];

    /// <summary>Of a replay: the files at the end, as <see cref="Files"/>.</summary>
    public IReadOnlyList<FileLine> End { get; init; } = [];

    /// <summary>True for a program of threads: there is no host.</summary>
    public bool IsOfThreads { get; init; }
}
