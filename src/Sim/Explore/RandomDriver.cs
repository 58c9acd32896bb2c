using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Kernel;

namespace TwoDoors.Sim.Explore;

/// <summary>Samples crashes, kills, faults and what survives, and asks a strategy who goes on. Every answer is put on a
/// tape.</summary>
/// <param name="lab">Bounds on crashes and kills.</param>
/// <param name="turns">Who goes on.</param>
/// <param name="length">Boundaries of a long boot: where crashes are placed.</param>
internal sealed class RandomDriver(Laboratory lab, ITurnStrategy turns, int length) : IExecutionDriver
{
    /// <summary>Crashes in one execution where the subject sets no bound.</summary>
    internal const int CrashesMax = 2;

    /// <summary>One crash in this many may also be placed behind the end of a boot of the usual length.</summary>
    private const int BeyondIn = 8;

    private const int Eighths = 8;

    private SplitMix64 random = new(0);
    private int crashes;
    private int seen;
    private int crashAt;
    private int killAt;

    /// <summary>The answers given in this execution.</summary>
    public AnswerTape Tape { get; } = new();

    /// <inheritdoc/>
    public bool LooksAhead => turns.LooksAhead;

    /// <summary>Begins an execution: equal seeds and numbers, equal executions.</summary>
    public void Begin(ulong seed, long number = 0)
    {
        random = new SplitMix64(seed);
        Tape.Clear();
        turns.Begin(random, number);
        crashes = random.Below((lab.Subject.HostCrashes ?? CrashesMax) + 1);
    }

    /// <inheritdoc/>
    public void BeginBoot()
    {
        seen = 0;
        turns.BeginBoot();
        crashAt = crashes > 0 ? 1 + random.Below(random.Below(BeyondIn) == 0 ? 2 * length : length) : 0;
        killAt = lab.Subject.ProcessCrashes > 0 && random.Below(2) == 0 ? 1 + random.Below(length) : 0;
    }

    /// <inheritdoc/>
    public int Pick(string question, IReadOnlyList<string> answers)
    {
        See(lab.Machine.Boundaries);
        int answer = turns.Pick(answers.Count);
        Tape.Add(answer);
        return answer;
    }

    /// <inheritdoc/>
    public Decision Decide(Machine machine)
    {
        int boundary = machine.Boundaries;
        See(boundary - 1);
        seen = boundary;
        if (boundary == crashAt || boundary == killAt)
            return Cut(machine);
        if (machine.Runnable.Count < (turns.SeesEveryStep ? 1 : 2))
        {
            Tape.AddQuiet();
            machine.LetGoOn(Math.Min(CallsUntil(crashAt), CallsUntil(killAt)));
            return Decision.Run(0);
        }

        int index = turns.Next(machine);
        Tape.Add(Turns.AnswerOf(machine, index));
        return Decision.Run(index);
    }

    /// <inheritdoc/>
    public void Stepped(Machine machine, Activity? activity)
    {
    }

    /// <inheritdoc/>
    /// <remarks>Sometimes nearly all survives, sometimes nearly nothing, sometimes each as it comes.</remarks>
    public void Lose(Span<bool> lost)
    {
        int odds = random.Below(3) switch { 0 => 1, 1 => Eighths / 2, _ => Eighths - 1 };
        for (int i = 0; i < lost.Length; i++)
        {
            lost[i] = random.Below(Eighths) < odds;
            Tape.Add(lost[i] ? 1 : 0);
        }
    }

    /// <summary>Calls that nobody had to be asked about went on, which is the quiet answer.</summary>
    private void See(int boundary)
    {
        if (boundary > seen)
            Tape.AddQuiet(boundary - seen);
        seen = Math.Max(seen, boundary);
    }

    /// <summary>Calls that can go on before a boundary is reached.</summary>
    private int CallsUntil(int boundary) => boundary > seen ? boundary - seen - 1 : int.MaxValue;

    private Decision Cut(Machine machine)
    {
        if (seen == crashAt)
        {
            crashes--;
            Tape.Add(Turns.PowerOff(machine));
            return new Decision(DecisionKind.PowerOff);
        }

        // A kill that is not allowed any more is none; whoever is first goes on.
        bool mayKill = machine.Kills < lab.Subject.ProcessCrashes;
        Tape.Add(mayKill ? Turns.Kill(machine) : Turns.AnswerOf(machine, 0));
        return mayKill ? new Decision(DecisionKind.KillProcesses) : Decision.Run(0);
    }
}
