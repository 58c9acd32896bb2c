using TwoDoors.Sim.Kernel;

namespace TwoDoors.Sim.Explore;

/// <summary>The order in which what can happen next is numbered: the activity that runs goes on first, so that 0 is
/// the quiet answer; a crash of all processes is last.</summary>
internal static class Turns
{
    /// <summary>How many things can happen next.</summary>
    public static int Count(Machine machine, int killsMax)
    {
        int runnable = Math.Max(1, machine.Runnable.Count);
        return runnable + (machine.Kills < killsMax ? 1 : 0);
    }

    /// <summary>What the answer with this number means.</summary>
    public static Decision Meaning(Machine machine, int answer)
    {
        int count = machine.Runnable.Count;
        if (answer >= Math.Max(1, count))
            return new Decision(DecisionKind.KillProcesses);
        if (count == 0)
            return Decision.Run(0);
        int first = Continuing(machine);
        if (first < 0)
            return Decision.Run(answer);
        if (answer == 0)
            return Decision.Run(first);
        return Decision.Run(answer <= first ? answer - 1 : answer);
    }

    /// <summary>The answer by which a runnable activity makes its call.</summary>
    public static int AnswerOf(Machine machine, int index)
    {
        int first = Continuing(machine);
        if (first < 0)
            return index;
        if (index == first)
            return 0;
        return index < first ? index + 1 : index;
    }

    /// <summary>The answer that kills all processes; one that may be given or not.</summary>
    public static int Kill(Machine machine) => Math.Max(1, machine.Runnable.Count);

    /// <summary>The answer that takes the power away: the last one, for drivers that decide crashes of the host as they
    /// decide turns.</summary>
    public static int PowerOff(Machine machine) => Kill(machine) + 1;

    /// <summary>True when this answer leaves an activity that could have gone on.</summary>
    public static bool IsSwitch(Machine machine, int answer) => answer != 0 && Continuing(machine) >= 0;

    private static int Continuing(Machine machine)
    {
        for (int i = 0; i < machine.Runnable.Count; i++)
        {
            if (machine.Runnable[i] == machine.Continuing)
                return i;
        }

        return -1;
    }
}
