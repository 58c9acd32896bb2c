using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Disk;
using TwoDoors.Sim.Kernel;

namespace TwoDoors.Sim.Explore;

/// <summary>Turns a finding (a state, answers, a boundary) into a trace, by running the way to it once more.</summary>
internal sealed class WitnessBuilder(Laboratory lab, StateTable table)
{
    /// <summary>The violation with its trace.</summary>
    public Violation Build(Finding finding)
    {
        List<Origin> way = [];
        for (int state = finding.State; state > 0; state = table.OriginOf(state).Parent)
            way.Insert(0, table.OriginOf(state));
        Recorder? recorder = null;
        WorldState world = lab.Start;
        foreach (Origin origin in way)
        {
            recorder = Run(world, new PicksDriver(lab, origin.Picks, origin.Boundary), recorder);
            world = Crash(origin.LostAtoms, recorder);
        }

        if (finding.Boundary > 0)
            recorder = Run(world, new PicksDriver(lab, finding.Answers, finding.Boundary), recorder);
        recorder ??= new Recorder(new PicksDriver(lab, [], 0));
        Trace trace = recorder.ToTrace(lab.Subject, finding.Property, finding.Says);
        Cost cost = finding.Cost;
        return new Violation(
            finding.Property, finding.Says, cost.Crashes, cost.Switches, cost.Steps + cost.After, cost.Lost, trace);
    }

    private Recorder Run(WorldState world, IDriver driver, Recorder? before)
    {
        Recorder recorder = new(driver);
        if (before is not null)
            recorder.Continue(before);
        lab.Load(world);
        recorder.BeginBoot(world.Ledger.Describe());
        lab.Machine.Recording = true;
        lab.Machine.Run(world.Ledger.Copy(), recorder, world.AfterCrash);
        lab.Machine.Recording = false;
        return recorder;
    }

    private WorldState Crash(int[] lostAtoms, Recorder recorder)
    {
        CrashResult crash = lab.Disk.CrashWithout(lostAtoms);
        recorder.PowerOff(crash.Lost, crash.Kept, []);
        lab.Machine.Ledger.Crash();
        return new WorldState(crash.Image!, lab.Machine.Ledger, lab.FaultsLeft(), AfterCrash: true);
    }
}

/// <summary>Gives recorded answers by their numbers, then the quiet ones, and stops at a boundary.</summary>
internal sealed class PicksDriver(Laboratory lab, int[] picks, int lastBoundary) : IDriver
{
    private int position;
    private int boundary;

    /// <inheritdoc/>
    public int Pick(string question, IReadOnlyList<string> answers) => Next();

    /// <inheritdoc/>
    public Decision Decide(Machine machine)
    {
        if (++boundary == lastBoundary)
            return new Decision(DecisionKind.Abandon);
        return Turns.Meaning(machine, Turns.Count(machine, lab.Subject.ProcessCrashes) == 1 ? 0 : Next());
    }

    /// <inheritdoc/>
    public void Stepped(Machine machine, Activity? activity)
    {
    }

    private int Next() => position < picks.Length ? picks[position++] : 0;
}
