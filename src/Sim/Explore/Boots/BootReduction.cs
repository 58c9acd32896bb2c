using TwoDoors.Model.Claims;
using TwoDoors.Sim.Kernel;
using TwoDoors.Sim.Kernel.Files;

namespace TwoDoors.Sim.Explore.Boots;

/// <summary>Which of the runnable activities are tried at the boundaries of one boot: states are merged, and of steps
/// that commute not every order is tried.</summary>
/// <remarks>The argument is in docs/REDUCTION.md. Source: Godefroid, Partial-Order Methods for the Verification of
/// Concurrent Systems, LNCS 1032, 1996 (sleep sets with state matching); Flanagan, Godefroid, POPL 2005, and Yang,
/// Chen, Gopalakrishnan, Kirby, SPIN 2008 (persistent sets from what was seen to happen, with state
/// matching).</remarks>
internal sealed class BootReduction : ITurns
{
    /// <summary>Where more activities exist, nothing is left out: their bits would not fit.</summary>
    private const int ActivitiesMax = 60;

    private readonly Machine machine;
    private readonly SearchRules rules;
    private readonly int killsMax;
    private readonly AccessTable table = new();
    private readonly StepFootprints steps;
    private readonly Growth growth;
    private readonly Dictionary<Fingerprint, Visited> visited = [];
    private readonly HashSet<Fingerprint> killed = [];
    private readonly List<Frame> frames = [];
    private Visited arrived = new();
    private bool isNew;
    private int depth;

    public BootReduction(Machine machine, SearchRules rules, int killsMax)
    {
        this.machine = machine;
        this.rules = rules;
        this.killsMax = killsMax;
        steps = new StepFootprints(machine, table, rules.Blind);
        growth = new Growth(table, rules.SleepSets);
    }

    /// <summary>True where what claims look at has to be known.</summary>
    public bool WantsNotes => Before is { IsPersistent: true } || (Watches() && IsPersistent);

    /// <summary>Where the execution is now, if several activities exist.</summary>
    private Frame Top => frames[depth - 1];

    /// <summary>Where the step began that led here, if it was one of several that could be tried.</summary>
    private Frame? Before => depth > 0 && Top.Slot >= 0 ? Top : null;

    private bool IsPersistent => rules.PersistentSets && machine.Kills >= killsMax;

    /// <summary>Begins the search of a boot.</summary>
    /// <param name="mayCrash">Whether the power may fail in it.</param>
    public void Begin(bool mayCrash)
    {
        steps.Begin(mayCrash);
        visited.Clear();
        killed.Clear();
        frames.Clear();
    }

    /// <summary>Begins an execution.</summary>
    public void BeginRun() => depth = 0;

    /// <summary>The execution is at a boundary at which earlier ones were.</summary>
    public void Pass()
    {
        if (Watches())
            depth++;
    }

    /// <summary>The execution is at a boundary at which no earlier one was by the same answers.</summary>
    /// <returns>True when the state was not visited.</returns>
    public bool Recognise()
    {
        isNew = true;
        arrived = new Visited();
        if (!rules.MergeInterleavings)
            return true;
        Fingerprint fingerprint = machine.StateFingerprint();
        isNew = !visited.TryGetValue(fingerprint, out Visited? known);
        if (isNew)
            visited.Add(fingerprint, arrived);
        else
            arrived = known!;
        return isNew;
    }

    /// <summary>What claims look at in a state that was not visited.</summary>
    public void Note(AccessList seen) => arrived.Seen = steps.Numbers(seen);

    /// <summary>After a state was recognised, and what claims look at was noted: how it is gone on with.</summary>
    /// <param name="tapeLength">Answers given up to here.</param>
    public Arrival Arrive(int tapeLength)
    {
        Frame? before = Before;
        bool watches = Watches();
        Fingerprint ledger = before is null && !watches ? default : machine.Ledger.Fingerprint();
        List<Sleeper> sleepers = before is null ? [] : SleepersAfter(before, steps.End(before, ledger, arrived.Seen));
        if (!watches)
            sleepers = [];
        if (before is not null && !watches && machine.Runnable.Count > 0)
            before.After.IsCut = true;
        ulong asleep = 0;
        foreach (Sleeper sleeper in sleepers)
            asleep |= 1UL << sleeper.Slot;
        ulong awake = isNew ? 0 : arrived.Asleep & ~asleep;
        arrived.Asleep = isNew ? asleep : arrived.Asleep & asleep;
        if (!isNew && awake == 0)
        {
            if (arrived.After is not null && before is { IsPersistent: true })
                before.After.Add(arrived.After);
            return Arrival.Known;
        }

        // What another visit did not let sleep must not sleep after the steps of this one either: nobody else would
        // come to those two in a row.
        sleepers.RemoveAll(sleeper => !Who.Has(arrived.Asleep, sleeper.Slot));
        if (watches)
            Push(tapeLength, sleepers, awake, ledger);
        return isNew ? Arrival.New : Arrival.Again;
    }

    /// <summary>The answer to the question what happens next, or -1 when nothing is left to be tried.</summary>
    /// <param name="tape">Where it is written.</param>
    /// <param name="count">How many things can happen.</param>
    /// <param name="isNew">True when the question was not asked before by the same answers.</param>
    public int Choose(Tape tape, int count, bool isNew)
    {
        if (!Watches())
        {
            int limit = count > 1 && isNew && IsKilled(count) ? count - 1 : count;
            return count == 1 ? 0 : tape.Next(count, 0, limit);
        }

        int answer = isNew ? Top.Next() : 0;
        if (answer >= 0 && count > 1)
            answer = tape.Next(count, answer, limit: 0);
        if (answer >= 0 && Top.IsUnforeseen)
            Foresee(answer);
        return answer;
    }

    /// <summary>The execution ended where others would have gone on: what they do then was not seen.</summary>
    public void CutOff()
    {
        if (Before is not { } before)
            return;
        steps.End(before, machine.Ledger.Fingerprint(), null);
        before.After.IsCut = true;
    }

    /// <inheritdoc/>
    public void DropAfter(int position)
    {
        while (frames.Count > 0 && frames[^1].TapeLength > position)
            Pop();
    }

    /// <inheritdoc/>
    public int NextAt(int position)
    {
        Frame frame = frames[^1];
        if (frame.TapeLength != position)
            throw new InvalidOperationException($"answer {position} belongs to no boundary: an error of the search");
        growth.EndEdge(frame);
        return frame.Next();
    }

    /// <summary>Where rounds are counted, every step counts for everybody: no two commute.</summary>
    private bool Watches() => rules.NeedsAccesses && machine.Patience is null
        && machine.ActivityCount is > 1 and <= ActivitiesMax && machine.Runnable.Count > 0;

    private List<Sleeper> SleepersAfter(Frame before, AccessSet step)
    {
        List<Sleeper> sleepers = [];
        foreach (Sleeper sleeper in before.Sleepers)
        {
            if (sleeper.Slot != before.Slot && !table.Conflict(step, sleeper.Touched))
                sleepers.Add(sleeper);
        }

        return sleepers;
    }

    private void Push(int tapeLength, List<Sleeper> sleepers, ulong awake, in Fingerprint ledger)
    {
        int[] slots = new int[machine.Runnable.Count];
        ulong runnable = 0;
        for (int answer = 0; answer < slots.Length; answer++)
        {
            slots[answer] = machine.Runnable[Turns.Meaning(machine, answer).Activity].Slot;
            runnable |= 1UL << slots[answer];
        }

        bool kills = machine.Kills < killsMax;
        Frame frame = new()
        {
            Visited = arrived,
            TapeLength = tapeLength,
            Slots = slots,
            Runnable = runnable,
            IsPersistent = IsPersistent,
            IsAgain = awake != 0,
            Asleep = arrived.Asleep,
            Sleepers = sleepers,
            Ledger = ledger,
        };
        if (kills && awake == 0 && !IsKilled(slots.Length + 1))
            frame.Kill = slots.Length;
        frame.Wanted = awake != 0 ? awake : frame.IsPersistent ? frame.FirstAwake() : runnable;
        frames.Add(frame);
        depth++;
    }

    /// <summary>True when all processes can be killed here, and were killed in an equal world.</summary>
    private bool IsKilled(int count) => rules.KillOncePerWorld && count > Math.Max(1, machine.Runnable.Count)
        && !killed.Add(machine.SurvivingFingerprint());

    private void Foresee(int answer)
    {
        if (Top.Slot >= 0)
            steps.Foresee(Top, machine.Runnable[Turns.Meaning(machine, answer).Activity]);
    }

    private void Pop()
    {
        Frame frame = frames[^1];
        growth.EndEdge(frame);
        frames.RemoveAt(frames.Count - 1);
        depth = Math.Min(depth, frames.Count);
        if (frame.Visited.After is { } known)
            known.Add(frame.Total);
        else
            frame.Visited.After = frame.Total;
        if (frames.Count > 0 && frames[^1] is { Slot: >= 0, IsPersistent: true } before)
            before.After.Add(frame.Visited.After);
    }
}
