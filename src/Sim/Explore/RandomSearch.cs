using TwoDoors.Model.Claims;
using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Disk;
using TwoDoors.Sim.Kernel;

namespace TwoDoors.Sim.Explore;

/// <summary>Uniform random search: each execution is a chain of boots, each but the last cut at a random boundary with
/// a random crash state. Execution number n of seed s is the same on every machine.</summary>
internal sealed class RandomSearch
{
    /// <summary>Crashes in one execution where the subject sets no bound.</summary>
    private const int CrashesMax = 2;

    private readonly Laboratory lab;
    private readonly ExploreOptions options;
    private readonly Deadline deadline;
    private readonly IProgressListener? listener;
    private readonly SortedDictionary<string, Violation> found = new(StringComparer.Ordinal);
    private readonly HashSet<Fingerprint> states = [];
    private int lengthSeen = 32;
    private long executions;
    private long runs;
    private long steps;
    private Fingerprint hash;
    private readonly ProgressionLog progression = new();
    private Recorder? recorder;

    public RandomSearch(Laboratory lab, ExploreOptions options, Deadline deadline, IProgressListener? listener)
    {
        this.lab = lab;
        this.options = options;
        this.deadline = deadline;
        this.listener = listener;
    }

    /// <summary>Samples until the budget ends, or the first violation where that is asked for.</summary>
    public Verdict Run()
    {
        while (!deadline.IsOver(executions) && !(options.StopAtFirst && found.Count > 0))
        {
            ulong seed = unchecked((options.Seed * 0x9E3779B97F4A7C15) + (ulong)executions);
            int length = lengthSeen;
            Broken? broken = Execute(seed, length, null);
            executions++;
            if (broken is not null)
                progression.Broke(broken.Property, executions);
            if (progression.Wants(executions))
                progression.Add(Sample());
            if (broken is not null && !found.ContainsKey(broken.Property))
                found.Add(broken.Property, Witness(seed, length, broken));
            if ((executions & 63) == 0)
                listener?.Report(Counts(), 0, 0);
        }

        List<Violation> violations = [.. found.Values.OrderBy(violation => lab.PlaceOf(violation.Property))];
        Outcome outcome = violations.Count > 0 ? Outcome.Violates : Outcome.NotViolated;
        return new Verdict(
            outcome,
            Closed: false,
            lab.Subject.HostCrashes ?? CrashesMax,
            Capped: false,
            Counts(),
            violations,
            hash.Add(executions).ToString(),
            options.Seed)
        {
            Progression = progression.End(Sample()),
        };
    }

    private Sample Sample() => new(executions, states.Count, 0, states.Count);

    private Counts Counts() => new(states.Count, runs, steps, states.Count, double.PositiveInfinity, 0);

    private Violation Witness(ulong seed, int length, Broken broken)
    {
        recorder = null;
        Execute(seed, length, inner => recorder = Continue(inner));
        int crashes = recorder!.Entries.Count(e => e.Kind is TraceKind.HostCrash or TraceKind.ProcessCrash);
        int lost = recorder.Entries.Sum(e => e.Lost.Count);
        Trace trace = recorder.ToTrace(lab.Subject, broken.Property, broken.Says);
        return new Violation(
            broken.Property, broken.Says, crashes, Switches.Count(recorder.Entries), recorder.Steps, lost, trace);
    }

    private Recorder Continue(IDriver inner)
    {
        Recorder next = new(inner);
        if (recorder is not null)
            next.Continue(recorder);
        return next;
    }

    /// <summary>One execution.</summary>
    /// <returns>The first claim that broke, or null.</returns>
    private Broken? Execute(ulong seed, int length, Func<IDriver, Recorder>? record)
    {
        SplitMix64 random = new(seed);
        int crashes = random.Below((lab.Subject.HostCrashes ?? CrashesMax) + 1);
        WorldState world = lab.Start;
        RandomDriver driver = new(lab, random);
        while (true)
        {
            int crash = crashes > 0 ? 1 + random.Below(length) : 0;
            int kill = lab.Subject.ProcessCrashes > 0 && random.Below(2) == 0 ? 1 + random.Below(length) : 0;
            driver.Begin(crash, kill);
            lab.Load(world);
            ClaimWatch watch = new(lab, driver);
            Recorder? recording = record?.Invoke(watch);
            recording?.BeginBoot(world.Ledger.Describe());
            lab.Machine.Recording = recording is not null;
            RunEnd end = lab.Machine.Run(world.Ledger.Copy(), recording is null ? watch : recording, world.AfterCrash);
            lab.Machine.Recording = false;
            runs++;
            steps += lab.Machine.Steps;
            hash = hash.Plus(lab.Machine.StateFingerprint());
            if (record is null)
                lengthSeen = Math.Max(lengthSeen, driver.Boundaries);
            if (watch.After(end) is Broken broken)
                return broken;
            if (end != RunEnd.PoweredOff)
                return null;
            crashes--;
            world = Crash(random, recording);
        }
    }

    private WorldState Crash(SplitMix64 random, Recorder? recording)
    {
        List<string>? lost = recording is null ? null : [];
        DiskImage image = lab.Disk.RandomCrash(random.Below, lost);
        recording?.PowerOff(lost!, [], []);
        ILedger ledger = lab.Machine.Ledger;
        ledger.Crash();
        WorldState next = new(image, ledger, lab.FaultsLeft(), AfterCrash: true);
        states.Add(next.Fingerprint);
        return next;
    }
}
