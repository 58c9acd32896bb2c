using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Liveness;

/// <summary>Makes a schedule smaller that breaks a promise of liveness: leaves out blocks, switches and steps as long
/// as the rest breaks the same one. At the end it tries every single removal.</summary>
/// <remarks>Nothing is added at the end, as it is for other failures: a schedule that breaks such a promise ends where
/// its loop closes, or where nothing is left to be done.</remarks>
internal sealed class LivenessShrink(ThreadProgram program, int replaysMax)
{
    private IReadOnlyList<int> best = [];
    private string? claim;
    private int replays;

    /// <summary>Whether each single step and each single switch was left out of the result in vain.</summary>
    public Minimality Minimality { get; private set; }

    /// <summary>The smallest schedule found that breaks the promise that this one breaks; the same one if it breaks
    /// none.</summary>
    public IReadOnlyList<int> Shrink(IReadOnlyList<int> schedule)
    {
        best = schedule;
        claim = LivenessCheck.Of(program, schedule)?.Violates;
        int? proof = null;
        while (claim is not null && proof is null && replays < replaysMax)
        {
            foreach (int[] candidate in ScheduleRemovals.WithoutBlocks(() => best))
                Try(candidate);
            proof = Prove();
        }

        Minimality = new Minimality(replays, proof ?? 0, proof is not null);
        return best;
    }

    /// <summary>How many single removals there are; null when one of them did not pass, or not all were
    /// tried.</summary>
    private int? Prove()
    {
        int passed = 0;
        foreach (int[] removal in ScheduleRemovals.Single(best))
        {
            if (Try(removal) || replays >= replaysMax)
                return null;
            passed++;
        }

        return passed;
    }

    private bool Try(int[] candidate)
    {
        if (replays >= replaysMax)
            return false;
        replays++;
        int fewer = ScheduleSize.SwitchesOf(candidate).CompareTo(ScheduleSize.SwitchesOf(best));
        if (fewer > 0 || (fewer == 0 && candidate.Length >= best.Count))
            return false;
        if (LivenessCheck.Of(program, candidate)?.Violates != claim)
            return false;
        best = candidate;
        return true;
    }
}
