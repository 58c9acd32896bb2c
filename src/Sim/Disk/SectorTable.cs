namespace TwoDoors.Sim.Disk;

/// <summary>A unit of persistence: the bytes of one sector of one file.</summary>
internal struct SectorUnit
{
    /// <summary>The atom that changed it last, or -1.</summary>
    public int Last;

    /// <summary>How often it was changed since the host started.</summary>
    public int Count;

    /// <summary>True for a sector of a new block that shows, until it is written, what somebody else left
    /// there.</summary>
    public bool IsGarbage;

    /// <summary>Scratch: the change that shows in the crash state that is looked at, or -1.</summary>
    public int View;
}

/// <summary>The sectors of a file, as far as they were touched, and its changes of bytes and length in their
/// order.</summary>
internal sealed class SectorTable
{
    private SectorUnit[] units = [];
    private int[] changes = [];

    /// <summary>One more than the highest sector that was touched.</summary>
    public int Count { get; private set; }

    public int ChangeCount { get; private set; }

    public ref SectorUnit this[int sector] => ref units[sector];

    /// <summary>Indexes of changes in the log.</summary>
    public ReadOnlySpan<int> Changes => changes.AsSpan(0, ChangeCount);

    public void Clear()
    {
        Count = 0;
        ChangeCount = 0;
    }

    public void Record(int change)
    {
        if (ChangeCount == changes.Length)
            Array.Resize(ref changes, Math.Max(8, changes.Length * 2));
        changes[ChangeCount++] = change;
    }

    /// <summary>The unit of a sector.</summary>
    /// <param name="sector">From 0.</param>
    /// <param name="garbage">What it shows if it was never touched.</param>
    public ref SectorUnit Touch(int sector, bool garbage)
    {
        if (sector >= units.Length)
            Array.Resize(ref units, Math.Max(sector + 1, Math.Max(2, units.Length * 2)));
        for (; Count <= sector; Count++)
            units[Count] = new SectorUnit { Last = -1, IsGarbage = garbage && Count == sector };
        return ref units[sector];
    }
}
