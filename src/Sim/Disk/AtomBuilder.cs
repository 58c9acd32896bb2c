namespace TwoDoors.Sim.Disk;

/// <summary>An atom that is being made: one at a time on a disk.</summary>
internal sealed class AtomBuilder
{
    private readonly List<int> needs = [];

    public int Index { get; private set; }

    public Volume Volume { get; private set; } = null!;

    public bool IsMetadata { get; private set; }

    public List<Change> Changes { get; private set; } = [];

    /// <summary>Its place in the journal's order; 0 outside of it.</summary>
    public int Place { get; set; }

    public void Begin(int index, Volume volume, bool metadata)
    {
        Index = index;
        Volume = volume;
        IsMetadata = metadata;
        Changes = new(2);
        Place = 0;
        needs.Clear();
    }

    public void Add(Change change) => Changes.Add(change);

    /// <summary>It survives only if an older atom does; -1 is none.</summary>
    public void Needs(int atom)
    {
        if (atom >= 0 && atom != Index && !needs.Contains(atom))
            needs.Add(atom);
    }

    public int[] NeedsList() => needs.Count == 0 ? [] : [.. needs];
}
