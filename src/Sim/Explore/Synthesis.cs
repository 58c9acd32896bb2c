namespace TwoDoors.Sim.Explore;

/// <summary>The smallest sets of syncs with which the claims of a protocol hold on one file system.</summary>
/// <param name="Profile">The file system.</param>
/// <param name="Whole">The verdict with every sync in place.</param>
/// <param name="Points">Every sync that was met, in the order of the protocol.</param>
/// <param name="Smallest">The sets, each in the order of the protocol; empty where the claims do not hold even with
/// every sync in place.</param>
/// <param name="Needed">Why no smaller set will do: what must not be left out together.</param>
/// <param name="Proof">How much was explored.</param>
public sealed record Synthesis(
    string Profile,
    Verdict Whole,
    IReadOnlyList<SyncCost> Points,
    IReadOnlyList<IReadOnlyList<string>> Smallest,
    IReadOnlyList<NeededSyncs> Needed,
    SynthesisProof Proof)
{
    /// <summary>True when every set that is smaller is known to break a claim, or when no set holds.</summary>
    public bool IsProven => Whole.Outcome != Outcome.NotViolated
        && Needed.All(needed => needed.Verdict.Outcome == Outcome.Violates);
}

/// <summary>A sync and what it costs.</summary>
/// <param name="Point">Its name and part.</param>
/// <param name="Calls">How often it is called in a run in which nothing goes wrong.</param>
/// <param name="MayGo">False: it was not among those that may be left out.</param>
public sealed record SyncCost(SyncPoint Point, long Calls, bool MayGo);

/// <summary>Syncs of which at least one has to stay.</summary>
/// <param name="Points">Their names.</param>
/// <param name="Verdict">What was found without them: a broken claim, or nothing within the limits.</param>
public sealed record NeededSyncs(IReadOnlyList<string> Points, Verdict Verdict);

/// <summary>How a smallest set was proven to be one.</summary>
/// <param name="Explorations">Sets of syncs that were explored.</param>
/// <param name="Cheaper">Sets that cost less than the smallest one.</param>
/// <param name="CheaperExplored">How many of these were explored; each of the others leaves out all that some
/// explored set left out, and that one did not hold.</param>
public readonly record struct SynthesisProof(int Explorations, long Cheaper, long CheaperExplored);
