using TwoDoors.Model.Claims;

namespace TwoDoors.Sim.Disk;

/// <summary>Hears of every crash state that is enumerated.</summary>
public interface ICutSink
{
    /// <summary>A crash state was generated.</summary>
    /// <param name="cut">Its fingerprint: equal only for equal disks; different for a few that are equal.</param>
    /// <param name="lost">Pending changes that it leaves out: the fewest that lead to it.</param>
    /// <returns>True to be given the state itself.</returns>
    bool IsNew(in Fingerprint cut, int lost);

    /// <summary>The state that <see cref="IsNew"/> asked for.</summary>
    /// <param name="cut">Valid during the call.</param>
    void Take(Cut cut);
}

/// <summary>What one enumeration did.</summary>
/// <param name="Enumerated">Cuts that were covered: choices of what survives.</param>
/// <param name="Total">Cuts that are possible here and were not at an earlier boundary.</param>
/// <param name="Capped">True when the cap made it a part of them only.</param>
/// <param name="Distinct">Crash states that the sink heard of: cuts that show the same files are one.</param>
public readonly record struct CutCount(long Enumerated, double Total, bool Capped, long Distinct);

/// <summary>A crash state, during its enumeration.</summary>
public sealed class Cut
{
    private readonly SimDisk disk;

    internal Cut(SimDisk disk) => this.disk = disk;

    /// <summary>As <see cref="ICutSink.IsNew"/> was told.</summary>
    public Fingerprint Fingerprint { get; internal set; }

    /// <summary>What the disks hold when the host starts again.</summary>
    public DiskImage Materialise() => disk.MaterialiseCut();

    /// <summary>The atoms that it leaves out, oldest first.</summary>
    public int[] LostAtoms() => disk.LostAtoms();

    /// <summary>The same in words.</summary>
    public IReadOnlyList<string> LostLabels() => [.. LostAtoms().Select(disk.LabelOf)];
}

/// <summary>What a crash left.</summary>
/// <param name="Image">What the disks hold; null when a label is unknown.</param>
/// <param name="Lost">Labels of the pending changes that did not survive, oldest first.</param>
/// <param name="Kept">Labels of the pending changes that survived although nothing had made them durable.</param>
/// <param name="Unknown">A label that no pending change has, or null.</param>
public sealed record CrashResult(
    DiskImage? Image, IReadOnlyList<string> Lost, IReadOnlyList<string> Kept, string? Unknown);
