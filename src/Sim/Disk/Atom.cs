using TwoDoors.Model.Claims;

namespace TwoDoors.Sim.Disk;

/// <summary>Pending changes that survive a crash together or not at all.</summary>
internal sealed class Atom
{
    public required int Index { get; init; }

    public required Volume Volume { get; init; }

    public required List<Change> Changes { get; init; }

    /// <summary>Atoms that survive whenever this one does. All are older.</summary>
    public required int[] Needs { get; init; }

    /// <summary>True for names and attributes.</summary>
    public required bool IsMetadata { get; init; }

    /// <summary>What it is, the same in every interleaving.</summary>
    public required Fingerprint Key { get; init; }

    public bool Durable { get; set; }

    /// <summary>True after a failed fsync: no later one makes it durable, and nothing says that it is lost.</summary>
    public bool Doubtful { get; set; }

    /// <summary>Scratch: asked to become durable, or forced into the crash state that is looked at.</summary>
    public bool Wanted { get; set; }

    /// <summary>Chosen in the crash state that is looked at. True for what is durable.</summary>
    public bool In { get; set; }

    public void Apply(CutView view)
    {
        In = true;
        foreach (Change change in Changes)
            change.Apply(view);
    }

    public void Revert(CutView view)
    {
        In = false;
        for (int i = Changes.Count - 1; i >= 0; i--)
            Changes[i].Revert(view);
    }
}
