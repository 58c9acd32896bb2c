using TwoDoors.Model.Claims;
using TwoDoors.Model.World;
using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Disk;
using TwoDoors.Sim.Kernel.Doors;
using TwoDoors.Sim.Kernel.Files;

namespace TwoDoors.Sim.Kernel;

/// <summary>How a run of the machine ended.</summary>
public enum RunEnd
{
    /// <summary>Everything that the boot started has ended.</summary>
    Finished,

    /// <summary>The driver took the power away.</summary>
    PoweredOff,

    /// <summary>The driver had seen enough.</summary>
    Abandoned,

    /// <summary>Activities are left, and each waits for another one.</summary>
    Deadlocked,

    /// <summary>The boot made more calls than the limit.</summary>
    TooLong,

    /// <summary>Somebody who could go on was not let go on for so long that the run is no use.</summary>
    Unfair,

    /// <summary>Protocol code threw.</summary>
    Threw,
}

/// <summary>One simulated host: storage, a kernel's view of it, and the activities of one boot, on one thread. It is
/// loaded with a state, runs one boot under a driver, and is loaded again.</summary>
public sealed partial class Machine
{
    /// <summary>More activities than this are not told apart by their places.</summary>
    internal const int ActivitiesMax = 100;

    private readonly Func<IHost, Choice.IChoices, ValueTask> boot;
    private readonly Func<IHost, Choice.IChoices, ValueTask> reboot;
    private readonly HostFiles kernel;
    private readonly List<Activity> activities = [];
    private readonly List<Activity> runnable = [];
    private readonly List<FileCalls> processes = [];
    private readonly int stepsMax;
    private readonly RememberedChoices asked;
    private IDriver driver = null!;
    private Decision? decided;
    private bool settling;
    private bool stopped;
    private int freeCalls;
    private int generation;
    private int namesGiven;
    private Exception? thrown;

    /// <summary>A host that has its work to do after every start.</summary>
    /// <param name="boot">The work of the first start.</param>
    /// <param name="reboot">The work of every start after a crash.</param>
    /// <param name="disk">Its storage; loaded by the caller before each run.</param>
    /// <param name="kernel">Open files, locks and faults over that storage.</param>
    /// <param name="stepsMax">A boot that makes more calls than this is taken for one that never ends.</param>
    public Machine(
        Func<IHost, Choice.IChoices, ValueTask> boot,
        Func<IHost, Choice.IChoices, ValueTask> reboot,
        SimDisk disk,
        HostFiles kernel,
        int stepsMax = 100_000)
    {
        this.boot = boot;
        this.reboot = reboot;
        this.kernel = kernel;
        this.stepsMax = stepsMax;
        asked = new RememberedChoices(this);
        Doors = new KernelDoors(this);
        Disk = disk;
        Current = null!;
        Ledger = null!;
    }

    /// <summary>Its storage.</summary>
    public SimDisk Disk { get; }

    /// <summary>Open files, locks and faults.</summary>
    public HostFiles Kernel => kernel;

    /// <summary>What the outside knows.</summary>
    public ILedger Ledger { get; private set; }

    /// <summary>Grows by one whenever <see cref="Ledger"/> may have changed.</summary>
    public int LedgerVersion { get; private set; }

    /// <summary>Boundaries between two calls that were passed in this run.</summary>
    public int Boundaries { get; private set; }

    /// <summary>Calls made in this run.</summary>
    public int Steps { get; private set; }

    /// <summary>Calls made up to the last crash of all processes in this run.</summary>
    public int StepsAtKill { get; private set; }

    /// <summary>Crashes of all processes in this run.</summary>
    public int Kills { get; private set; }

    /// <summary>Everything that could be observed up to the last crash of all processes in this run.</summary>
    public Fingerprint Killed { get; private set; }

    /// <summary>The time.</summary>
    public TimeSpan Now { get; private set; }

    /// <summary>The activities that can make a call now, in order of their making.</summary>
    public IReadOnlyList<Activity> Runnable => runnable;

    /// <summary>All activities since the processes were started, in order of their making.</summary>
    internal IReadOnlyList<Activity> Activities => activities;

    /// <summary>The activity whose code runs now.</summary>
    public Activity Current { get; private set; }

    /// <summary>The activity that made the last call and could make another now; else null.</summary>
    public Activity? Continuing { get; private set; }

    /// <summary>True while results are kept as text, for timelines.</summary>
    public bool Recording { get; set; }

    /// <summary>While the machine records: finds the place of the code that makes a call; null where nobody
    /// asks.</summary>
    public Func<SourcePlace?>? Caller { get; set; }

    /// <summary>True while activities show what they stand before.</summary>
    internal bool KeepsCalls { get; private set; }

    /// <summary>What the code of activities touched since the last call began, apart from what that call
    /// does.</summary>
    internal AccessList Observed { get; } = new();

    /// <summary>How many activities there are, those that have ended included.</summary>
    internal int ActivityCount => activities.Count;

    /// <summary>True when no activity is left.</summary>
    public bool AllEnded => activities.TrueForAll(a => a.Ended);

    /// <summary>What protocol code threw, when the run ended so.</summary>
    public Exception? Thrown => thrown;

    /// <summary>Runs one boot. The disk and the faults were loaded by the caller.</summary>
    /// <param name="ledger">What the outside knows at the start; changed in place.</param>
    /// <param name="driver">Decides.</param>
    /// <param name="afterCrash">False for the first start.</param>
    public RunEnd Run(ILedger ledger, IDriver driver, bool afterCrash)
    {
        SynchronizationContext? outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            this.driver = driver;
            Ledger = ledger;
            LedgerVersion++;
            Boundaries = 0;
            freeCalls = 0;
            Steps = 0;
            Kills = 0;
            StepsAtKill = 0;
            Killed = default;
            generation = 0;
            namesGiven = 0;
            BePatient();
            Now = TimeSpan.Zero;
            activities.Clear();
            Doors.Boot();
            kernel.Choices = driver;
            KeepsCalls = Recording || driver.LooksAhead;
            return RunBoots(afterCrash);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }
    }

    /// <summary>Everything that decides how this run can go on: equal fingerprints, equal futures.</summary>
    public Fingerprint StateFingerprint()
    {
        Fingerprint sum = Disk.PendingFingerprint;
        foreach (Activity activity in activities)
        {
            Fingerprint untold = activity.Calls.Untold;
            Fingerprint told = activity.History.Add(activity.Index).Add(activity.Ended ? 1L : 0L);
            sum = sum.Plus(told.Add(untold.High ^ untold.Low));
        }

        if (Patience is not null)
            sum = sum.Plus(PatienceFingerprint());
        return sum.Add(Kills).Add(namesGiven).Add(Now.Ticks)
            .Plus(Ledger.Fingerprint())
            .Plus(kernel.Faults.Fingerprint())
            .Plus(Doors.Fingerprint());
    }

    /// <summary>Everything that decides how this host can go on once all processes are killed: equal fingerprints,
    /// equal futures.</summary>
    internal Fingerprint SurvivingFingerprint()
    {
        ILedger after = Ledger.Copy();
        after.Crash();
        return Disk.PendingFingerprint.Add(Kills).Add(namesGiven).Add(Now.Ticks)
            .Plus(after.Fingerprint())
            .Plus(kernel.Faults.Fingerprint());
    }

    internal int Ask(string question, IReadOnlyList<string> answers) => driver.Pick(question, answers);

    internal void ChangeLedger()
    {
        LedgerVersion++;
        freeCalls = 0;
    }

    internal FilePath NextName()
    {
        Observed.Touch(Facet.FreshNames, 0, AccessKind.Write);
        return Disk.FreshName(++namesGiven);
    }

    internal Activity Start(string name, Func<IHost, ValueTask> body, bool outlives = false)
    {
        int index = (generation * ActivitiesMax) + activities.Count;
        Activity made = new(this, name, index, NewProcess(activities.Count))
        {
            Maker = activities.Count == 0 ? -1 : Current.Index,
            Outlives = outlives,
        };
        Activity outer = Current;
        made.Joined = activities.Count > 0 ? outer.Joined : 0;
        activities.Add(made);
        SetLimit();
        Observed.Touch(Facet.Activities, ActivitiesMax, AccessKind.Write);
        bool wasSettling = settling;
        settling = activities.Count > 1;
        Current = made;
        Watch(made, Begin(body, made.Host));
        Current = outer;
        settling = wasSettling;
        return made;
    }

    /// <summary>The call was made.</summary>
    internal void Made(Activity activity)
    {
        Steps++;
        if (Patience is not null)
            CountRounds();
        driver.Stepped(this, activity);
    }

    /// <summary>Descriptor tables are used again by the next run: an activity's is found by its place.</summary>
    private FileCalls NewProcess(int place)
    {
        while (place < processes.Count && activities.Exists(one => one.Outlives && one.Calls == processes[place]))
            place++;
        if (place == processes.Count)
            processes.Add(new FileCalls(kernel));
        processes[place].Reset();
        return processes[place];
    }

    private RunEnd RunBoots(bool afterCrash)
    {
        while (true)
        {
            RunEnd? end = RunUntilCrash(afterCrash ? reboot : boot);
            if (end is not null)
                return end.Value;
            Killed = Killed.Plus(StateFingerprint());
            Kills++;
            StepsAtKill = Steps;
            BePatient();
            afterCrash = true;
            generation++;
            Ledger.Crash();
            LedgerVersion++;
            kernel.Reset(kernel.Mounts);
            Doors.KillProcesses();
            driver.Stepped(this, null);
        }
    }

    /// <summary>Null: all processes were killed, and the boot's work starts again.</summary>
    private RunEnd? RunUntilCrash(Func<IHost, Choice.IChoices, ValueTask> work)
    {
        KeepOutliving();
        decided = null;
        stopped = false;
        settling = false;
        thrown = null;
        Continuing = null;
        Start("main", host => work(host, asked));
        while (true)
        {
            if (thrown is not null)
                return RunEnd.Threw;
            if (Steps > limit)
                return IsUnfair ? RunEnd.Unfair : RunEnd.TooLong;
            Decision decision = decided ?? Next(null);
            decided = null;
            stopped = false;
            switch (decision.Kind)
            {
                case DecisionKind.KillProcesses:
                    return null;
                case DecisionKind.PowerOff:
                    return RunEnd.PoweredOff;
                case DecisionKind.Abandon:
                    return RunEnd.Abandoned;
                default:
                    if (runnable.Count == 0)
                        return AllEnded ? RunEnd.Finished : RunEnd.Deadlocked;
                    Go(runnable[decision.Activity]);
                    break;
            }
        }
    }

    /// <summary>What is thrown before the first await belongs to the activity too.</summary>
    private static async ValueTask Begin(Func<IHost, ValueTask> body, IHost host) => await body(host);

    private void Watch(Activity activity, ValueTask running)
    {
        if (running.IsCompleted)
        {
            Ends(activity, running.IsFaulted ? running.AsTask().Exception!.InnerException : null);
            return;
        }

        Task task = running.AsTask();
        task.GetAwaiter().UnsafeOnCompleted(() => Ends(activity, task.Exception?.InnerException));
    }

    private void Ends(Activity activity, Exception? exception)
    {
        activity.Ended = true;
        activity.Parked = false;
        Observed.Touch(Facet.Activities, activity.Slot + 1, AccessKind.Write);
        thrown ??= exception;
        Activity outer = Current;
        bool wasSettling = settling;
        settling = true;
        foreach (Activity joiner in activity.Joiners)
        {
            Current = joiner;
            joiner.Resume();
        }

        settling = wasSettling;
        Current = outer;
    }
}
