using TwoDoors.Sim.Kernel;

namespace TwoDoors.Sim.Explore;

/// <summary>Turns all that is to be decided in an execution into numbers that somebody else picks.</summary>
/// <param name="lab">Bounds on crashes and kills.</param>
/// <param name="choose">Picks one of so many.</param>
/// <param name="length">Boundaries of a long boot: a crash is placed with one choice of where, for an engine that picks
/// at random would hardly reach the end of a boot if it were asked before each call.</param>
internal sealed class ChosenDriver(Laboratory lab, Func<int, int> choose, int length) : IExecutionDriver
{
    private int crashes = -1;
    private int seen;
    private int crashAt;

    /// <inheritdoc/>
    public bool LooksAhead => false;

    /// <inheritdoc/>
    public void BeginBoot()
    {
        if (crashes < 0)
            crashes = choose((lab.Subject.HostCrashes ?? RandomDriver.CrashesMax) + 1);
        seen = 0;
        crashAt = crashes > 0 ? 1 + choose(length) : 0;
    }

    /// <inheritdoc/>
    public int Pick(string question, IReadOnlyList<string> answers) => choose(answers.Count);

    /// <inheritdoc/>
    public Decision Decide(Machine machine)
    {
        seen++;
        if (seen == crashAt)
        {
            crashes--;
            return new Decision(DecisionKind.PowerOff);
        }

        int count = Turns.Count(machine, lab.Subject.ProcessCrashes);
        return Turns.Meaning(machine, count > 1 ? choose(count) : 0);
    }

    /// <inheritdoc/>
    public void Stepped(Machine machine, Activity? activity)
    {
    }

    /// <inheritdoc/>
    public void Lose(Span<bool> lost)
    {
        for (int i = 0; i < lost.Length; i++)
            lost[i] = choose(2) == 1;
    }
}
