using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Disk;
using TwoDoors.Sim.Kernel;

namespace TwoDoors.Sim.Explore;

/// <summary>What a replay came to.</summary>
/// <param name="Timeline">What happened; up to the divergence if there was one.</param>
/// <param name="Divergence">How the world departed from the trace: the entry, what was met, what was expected; or
/// null.</param>
public sealed record ReplayResult(Timeline Timeline, string? Divergence)
{
    /// <summary>Of a tape that leads through: the first entry that has other labels than the trace, or null.</summary>
    public string? Renamed { get; init; }
}

/// <summary>Repeats a trace.</summary>
public sealed class Replayer
{
    private readonly Laboratory lab;
    private IReadOnlyList<FileLine> start = [];

    /// <summary>Repeats traces of a subject.</summary>
    public Replayer(Subject subject) => lab = new Laboratory(subject);

    internal Replayer(Laboratory lab) => this.lab = lab;

    /// <summary>Repeats a trace by label.</summary>
    public static ReplayResult Replay(Subject subject, Trace trace) => subject.Program is { } program
        ? Threads.ThreadReplay.Replay(program, trace)
        : new Replayer(subject).Run(trace, lenient: false);

    /// <summary>Repeats a trace; leniently, what does not fit is passed over.</summary>
    internal ReplayResult Run(Trace trace, bool lenient)
    {
        TraceDriver driver = new(lab, trace.Entries, lenient);
        lab.Machine.Caller = lenient ? null : new CallSites(lab.Subject.Plumbing).Here;
        WorldState world = lab.Start;
        Recorder? recorder = null;
        Broken? passed = null;
        while (true)
        {
            ClaimWatch watch = new(lab, driver, trace.Violates);
            Recorder boot = new(watch);
            if (recorder is not null)
                boot.Continue(recorder);
            recorder = boot;
            lab.Load(world);
            if (!lenient)
                Find(recorder);
            recorder.BeginBoot(world.Ledger.Describe());
            lab.Machine.Recording = true;
            RunEnd end = lab.Machine.Run(world.Ledger.Copy(), recorder, world.AfterCrash);
            lab.Machine.Recording = false;
            Broken? broken = watch.After(end, recorder.Entries);
            passed ??= watch.Passed;
            if (broken is not null || driver.Divergence is not null || end != RunEnd.PoweredOff)
                return Result(recorder, broken ?? passed, driver.Divergence, lenient);
            IReadOnlyList<FileLine> before = lenient ? [] : lab.Disk.ListFiles();
            CrashResult crash = lab.Disk.Crash(driver.Lost!, lenient);
            if (crash.Unknown is not null)
                return Result(recorder, null, $"no pending change is called '{crash.Unknown}' at the crash", lenient);
            recorder.PowerOff(crash.Lost, crash.Kept, before);
            lab.Machine.Ledger.Crash();
            world = new WorldState(crash.Image!, lab.Machine.Ledger, lab.FaultsLeft(), AfterCrash: true);
            driver.Crashed();
        }
    }

    /// <summary>Notes the files that a start finds. Only for whoever reads the timeline: a minimiser does
    /// not.</summary>
    private void Find(Recorder recorder)
    {
        IReadOnlyList<FileLine> found = lab.Disk.ListFiles();
        if (recorder.Entries.Count == 0)
            start = found;
        else
            recorder.Entries[^1] = recorder.Entries[^1] with { After = found };
    }

    private ReplayResult Result(Recorder recorder, Broken? broken, string? divergence, bool lenient)
    {
        IReadOnlyList<FileLine> end = lenient ? [] : lab.Disk.ListFiles();
        string[] files = [.. end.Select(line => line.ToString())];
        Timeline timeline = new(recorder.Entries, broken?.Property, broken?.Says, files) { Start = start, End = end };
        return new ReplayResult(timeline, divergence);
    }
}
