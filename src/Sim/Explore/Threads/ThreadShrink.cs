using TwoDoors.Sim.Explore.Liveness;

namespace TwoDoors.Sim.Explore.Threads;

/// <summary>Makes a failing schedule smaller by leaving things out and looking whether the same claim still breaks:
/// whole threads, then context switches, blocks, steps, and rounds of loops. At the end it tries every single
/// removal.</summary>
/// <remarks>A schedule is followed leniently: a thread that cannot go on is passed over, and after its end each thread
/// goes on as long as it can. A failure ends an execution, so what comes after it is gone. Fewer switches are smaller,
/// then fewer steps.</remarks>
public sealed class ThreadShrink
{
    private const int StepsMax = 100_000;

    private readonly ThreadMachine machine;
    private readonly int replaysMax;
    private readonly List<int> made = [];
    private int[] best = [];
    private string? claim;
    private int replays;
    private int? proof;

    /// <summary>Ready to make schedules of a program smaller.</summary>
    /// <param name="program">What runs.</param>
    /// <param name="replaysMax">At most this many replays, those of the proof included.</param>
    public ThreadShrink(ThreadProgram program, int replaysMax = 500)
    {
        machine = new ThreadMachine(program);
        this.replaysMax = replaysMax;
    }

    /// <summary>Whether each single step and each single switch was left out of the result in vain.</summary>
    public Minimality Minimality { get; private set; }

    /// <summary>The smallest schedule found that breaks the claim that this one breaks; the same one if it breaks
    /// none.</summary>
    public IReadOnlyList<int> Shrink(IReadOnlyList<int> schedule)
    {
        replays = 0;
        proof = null;
        Make(schedule);
        claim = ThreadReplay.BrokenAt(machine).Violates;
        if (claim is null)
            return ShrinkLiveness(schedule);
        best = [.. made];
        while (HasReplays && (Cut() || DropRounds() || !Prove()))
        {
            // A removal of the proof that did not pass is the start of another round.
        }

        return Ended(best);
    }

    private IReadOnlyList<int> ShrinkLiveness(IReadOnlyList<int> schedule)
    {
        LivenessShrink shrink = new(machine.Program, replaysMax - replays);
        IReadOnlyList<int> least = shrink.Shrink(schedule);
        Minimality = shrink.Minimality with { Replays = shrink.Minimality.Replays + replays };
        return least;
    }

    private bool HasReplays => replays < replaysMax;

    private bool Cut()
    {
        bool smaller = TryEach(ScheduleRemovals.WithoutThreads(() => best));
        smaller |= UntilNone(() => ScheduleRemovals.Gathered(best));
        smaller |= TryEach(ScheduleRemovals.WithoutBlocks(() => best));
        smaller |= UntilNone(() => ScheduleRemovals.Merged(best));
        return smaller | UntilNone(() => ScheduleRemovals.Shortened(best));
    }

    private bool DropRounds() => new ThreadRounds(machine, best).TakeWhile(_ => HasReplays).Any(Try);

    /// <summary>Tries every single removal.</summary>
    /// <returns>True when all of them passed.</returns>
    private bool Prove()
    {
        int passed = 0;
        foreach (int[] removal in ScheduleRemovals.Single(best))
        {
            if (!HasReplays || Try(removal))
                return false;
            passed++;
        }

        proof = passed;
        return true;
    }

    private IReadOnlyList<int> Ended(IReadOnlyList<int> result)
    {
        Minimality = new Minimality(replays, proof ?? 0, proof is not null);
        return result;
    }

    private bool TryEach(IEnumerable<int[]> candidates)
    {
        bool smaller = false;
        foreach (int[] candidate in candidates)
        {
            if (!HasReplays)
                break;
            smaller |= Try(candidate);
        }

        return smaller;
    }

    /// <summary>Begins again with what is left out of the smaller schedule each time that there is one.</summary>
    private bool UntilNone(Func<IEnumerable<int[]>> candidates)
    {
        bool smaller = false;
        while (HasReplays && candidates().TakeWhile(_ => HasReplays).Any(Try))
            smaller = true;
        return smaller;
    }

    private bool Try(int[] candidate)
    {
        Make(candidate);
        if (ThreadReplay.BrokenAt(machine).Violates != claim)
            return false;
        int fewer = ScheduleSize.SwitchesOf(made).CompareTo(ScheduleSize.SwitchesOf(best));
        if (fewer > 0 || (fewer == 0 && made.Count >= best.Length))
            return false;
        best = [.. made];
        return true;
    }

    /// <summary>Makes the execution; one that does not end breaks nothing.</summary>
    private void Make(IReadOnlyList<int> candidate)
    {
        replays++;
        machine.Reset();
        made.Clear();
        foreach (int thread in candidate)
        {
            if (machine.Count > 0 && machine.CanRun(thread))
                Step(thread);
        }

        while (machine.Count > 0 && machine.Steps < StepsMax)
            Step(machine[Math.Max(0, machine.Continuing)]);
    }

    private void Step(int thread)
    {
        made.Add(thread);
        machine.Step(thread);
    }
}
