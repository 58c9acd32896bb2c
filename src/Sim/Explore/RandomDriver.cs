using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Kernel;

namespace TwoDoors.Sim.Explore;

/// <summary>Answers by a seeded sequence: every runnable activity is as likely as any other.</summary>
internal sealed class RandomDriver(Laboratory lab, SplitMix64 random) : IDriver
{
    /// <summary>A fault or a stream that shows what it need not is one answer in this many.</summary>
    private const int QuietIn = 8;

    private int boundary;
    private int crashAt;
    private int killAt;

    /// <summary>Boundaries passed in the last boot: where the next crash may be placed.</summary>
    public int Boundaries => boundary;

    /// <summary>Begins a boot.</summary>
    /// <param name="crash">The boundary at which the power goes; 0 for none.</param>
    /// <param name="kill">The boundary at which all processes are killed; 0 for none.</param>
    public void Begin(int crash, int kill)
    {
        boundary = 0;
        crashAt = crash;
        killAt = kill;
    }

    /// <inheritdoc/>
    public int Pick(string question, IReadOnlyList<string> answers) =>
        random.Below(QuietIn) == 0 ? 1 + random.Below(answers.Count - 1) : 0;

    /// <inheritdoc/>
    public Decision Decide(Machine machine)
    {
        boundary++;
        if (boundary == crashAt)
            return new Decision(DecisionKind.PowerOff);
        if (boundary == killAt && machine.Kills < lab.Subject.ProcessCrashes)
            return new Decision(DecisionKind.KillProcesses);
        int count = machine.Runnable.Count;
        return Decision.Run(count < 2 ? 0 : random.Below(count));
    }

    /// <inheritdoc/>
    public void Stepped(Machine machine, Activity? activity)
    {
    }
}
