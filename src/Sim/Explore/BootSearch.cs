using TwoDoors.Model.Claims;
using TwoDoors.Sim.Disk;
using TwoDoors.Sim.Explore.Boots;
using TwoDoors.Sim.Kernel;
using TwoDoors.Sim.Kernel.Files;

namespace TwoDoors.Sim.Explore;

/// <summary>Searches every execution of one boot from one state: every interleaving, every fault, every crash of all
/// processes, and at every boundary between two calls every crash state that the disk allows.</summary>
/// <remarks>The argument for soundness is in docs/ARCHITECTURE.md: "Why the search misses no state".</remarks>
internal sealed class BootSearch : IDriver, ICutSink
{
    private readonly Laboratory lab;
    private readonly SearchLog log;
    private readonly Discoveries table;
    private readonly SearchRules rules;
    private readonly Tape tape = new();
    private readonly BootReduction reduction;
    private readonly AccessList notes = new();
    private int state;
    private int level;
    private bool crashes;
    private int boundary;
    private int switches;
    private int atomsSeen;
    private int ledgerSeen;
    private Fingerprint faultsSeen;
    private bool claimsSeen;
    private Fingerprint outsideSeen;
    private Fingerprint outside;
    private ILedger afterCrash = null!;
    private int[]? answers;
    private int cheaper = -1;
    private long heard;

    public BootSearch(Laboratory lab, SearchLog log, Discoveries table, SearchRules rules)
    {
        this.lab = lab;
        this.log = log;
        this.table = table;
        this.rules = rules;
        reduction = new BootReduction(lab.Machine, rules, lab.Subject.ProcessCrashes);
    }

    /// <summary>Which part of the boots from the state is done: exact where all paths branch alike.</summary>
    public double Part => tape.Part;

    /// <summary>Explores all boots from a state.</summary>
    /// <param name="index">Its index in the table.</param>
    /// <param name="start">The state.</param>
    /// <param name="mayCrash">False at the bound on host crashes.</param>
    /// <param name="goOn">Asked before each execution; false ends the search of this state early.</param>
    /// <returns>False when it was ended early.</returns>
    public bool Explore(int index, WorldState start, bool mayCrash, Func<bool> goOn)
    {
        state = index;
        level = table.LevelOf(index);
        crashes = mayCrash;
        heard = 0;
        tape.Clear();
        reduction.Begin(mayCrash);
        if (!Holds(start))
            return true;
        do
        {
            if (!goOn())
                return false;
            RunOnce(start);
        }
        while (tape.Advance(reduction));
        return true;
    }

    /// <inheritdoc/>
    public int Pick(string question, IReadOnlyList<string> answers)
    {
        int answer = tape.Next(answers.Count);
        this.answers = null;
        if (answer != 0)
            switches++;
        return answer;
    }

    /// <inheritdoc/>
    public Decision Decide(Machine machine)
    {
        boundary++;
        bool isNew = tape.IsFresh;
        if (!isNew)
            reduction.Pass();
        else if (!Arrives(machine))
            return new Decision(DecisionKind.Abandon);
        Remember(machine);
        int count = Turns.Count(machine, lab.Subject.ProcessCrashes);
        int answer = reduction.Choose(tape, count, isNew);
        if (answer < 0)
        {
            log.Slept++;
            return new Decision(DecisionKind.Abandon);
        }

        answers = null;
        Decision decision = Turns.Meaning(machine, answer);
        if (decision.Kind == DecisionKind.Run && Turns.IsSwitch(machine, answer))
            switches++;
        return decision;
    }

    /// <inheritdoc/>
    public void Stepped(Machine machine, Activity? activity)
    {
        if (!tape.IsFresh)
            return;
        log.Steps++;
        claimsSeen = false;
    }

    /// <inheritdoc/>
    public bool IsNew(in Fingerprint cut, int lost)
    {
        heard++;
        int known = table.Find(Key(cut));
        if (known < 0)
            return true;
        if (table.LevelOf(known) == level + 1 && table.IsBetter(known, CostNow(lost), state))
            cheaper = known;
        return cheaper >= 0;
    }

    /// <inheritdoc/>
    public void Take(Cut cut)
    {
        answers ??= tape.Answers();
        int[] lost = cut.LostAtoms();
        Cost cost = CostNow(lost.Length);
        Origin origin = new(state, answers, boundary, lost, heard, cost);
        if (cheaper >= 0)
        {
            table.Improve(cheaper, origin);
            cheaper = -1;
            return;
        }

        WorldState next = new(cut.Materialise(), afterCrash, lab.FaultsLeft(), AfterCrash: true);
        table.Add(Key(cut.Fingerprint), next, level + 1, origin);
    }

    private Fingerprint Key(in Fingerprint cut) => cut.Add(outside.High).Add(outside.Low);

    private bool Holds(WorldState start)
    {
        lab.Load(start);
        return lab.Claims.Always(
            lab.ViewOf(start.Ledger),
            (property, says) => log.Found(property.Name, says, table.OriginOf(state).Cost, state, [], 0));
    }

    private void RunOnce(WorldState start)
    {
        log.Runs++;
        lab.Load(start);
        boundary = 0;
        switches = 0;
        atomsSeen = 0;
        ledgerSeen = -1;
        outsideSeen = default;
        claimsSeen = false;
        answers = null;
        reduction.BeginRun();
        RunEnd end = lab.Machine.Run(start.Ledger.Copy(), this, start.AfterCrash);
        log.Capped |= end == RunEnd.Unfair;
        if (end is RunEnd.Threw or RunEnd.TooLong or RunEnd.Unfair)
            reduction.CutOff();
        if (Failures.Of(lab.Machine, end) is Broken failure)
            Broke(failure.Property, failure.Says);
    }

    /// <summary>At a boundary that was not seen before: merge, look at the claims, enumerate crash states.</summary>
    /// <returns>False when an execution that got here before goes on for this one.</returns>
    private bool Arrives(Machine machine)
    {
        if (reduction.Recognise())
            LookAtClaims(machine);
        switch (reduction.Arrive(tape.Length))
        {
            case Arrival.Known:
                log.Merged++;
                return false;
            case Arrival.New when crashes:
                EnumerateCuts(machine);
                return true;
            default:
                return true;
        }
    }

    private void LookAtClaims(Machine machine)
    {
        if (reduction.WantsNotes)
        {
            notes.Clear();
            lab.Live.Notes = notes;
            claimsSeen = false;
        }

        if (!claimsSeen)
        {
            claimsSeen = true;
            lab.Claims.Always(lab.Live, (property, says) => Broke(property.Name, says));
            lab.Claims.Sometimes(lab.Live);
            if (reduction.WantsNotes)
                lab.Claims.LookAgain(lab.Live);
        }

        lab.Live.Notes = null;
        if (reduction.WantsNotes)
            reduction.Note(notes);
        if (machine.Runnable.Count > 0)
            return;
        if (machine.AllEnded)
            lab.Claims.AtEnd(lab.Live, (property, says) => Broke(property.Name, says));
        if (rules.KeepEnds)
            log.Ends.Add(EndOf(machine));
    }

    /// <summary>The world as it is, with everything that is pending.</summary>
    private static Fingerprint EndOf(Machine machine)
    {
        Fingerprint ledger = machine.Ledger.Fingerprint();
        Fingerprint faults = machine.Kernel.Faults.Fingerprint();
        return machine.Disk.CrashWithout([]).Image!.Fingerprint.Add(ledger.High, ledger.Low).Add(faults.High);
    }

    private void EnumerateCuts(Machine machine)
    {
        SeeOutside(machine);
        bool all = outside != outsideSeen || !rules.NewOperationRule;
        int firstNew = all ? 0 : atomsSeen;
        if (!all && firstNew == machine.Disk.AtomCount)
            return;
        CutCount count = all
            ? machine.Disk.EnumerateAll(rules.CutsPerPoint, this)
            : machine.Disk.Enumerate(firstNew, rules.CutsPerPoint, this);
        log.Cuts += count.Enumerated;
        log.CutsTotal += count.Total;
        log.Capped |= count.Capped;
    }

    private void Remember(Machine machine)
    {
        atomsSeen = machine.Disk.AtomCount;
        if (crashes)
        {
            SeeOutside(machine);
            outsideSeen = outside;
        }
    }

    /// <summary>What the outside would know after a crash now, and the faults that are left.</summary>
    private void SeeOutside(Machine machine)
    {
        Fingerprint faults = machine.Kernel.Faults.Fingerprint();
        if (machine.LedgerVersion == ledgerSeen && faults == faultsSeen)
            return;
        ledgerSeen = machine.LedgerVersion;
        faultsSeen = faults;
        afterCrash = machine.Ledger.Copy();
        afterCrash.Crash();
        Fingerprint ledger = afterCrash.Fingerprint();
        outside = ledger.Add(faults.High).Add(faults.Low);
    }

    private Cost CostNow(int lost) =>
        table.OriginOf(state).Cost.Plus(new Cost(1 + lab.Machine.Kills, switches, lab.Machine.Steps, lost, 0));

    private void Broke(string property, string says)
    {
        answers ??= tape.Answers();
        Machine machine = lab.Machine;
        int before = machine.StepsAtKill;
        Cost boot = new(machine.Kills, switches, before, 0, machine.Steps - before);
        Cost cost = table.OriginOf(state).Cost.Plus(boot);
        log.Found(property, says, cost, state, answers, boundary);
    }
}
