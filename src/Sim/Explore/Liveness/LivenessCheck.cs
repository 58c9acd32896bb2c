using TwoDoors.Model.Claims;
using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Liveness;

/// <summary>Looks at one execution whether it breaks a promise of liveness. It knows only the schedule, so it checks
/// what a search claims, and a trace needs no mark where its loop begins.</summary>
public static class LivenessCheck
{
    /// <summary>The claim that is broken and what is wrong; null if none is.</summary>
    /// <param name="program">What ran.</param>
    /// <param name="schedule">Which thread made each step: to the end of the program, or once around a loop.</param>
    public static (string Violates, string Says)? Of(ThreadProgram program, IReadOnlyList<int> schedule)
    {
        ThreadMachine machine = new(program, forgetsDead: true);
        List<Fingerprint> prints = [StatefulSearch.PrintOf(machine)];
        List<bool[]> able = [Able(machine)];
        List<Operation> operations = [];
        bool held = Holds(machine);
        foreach (int thread in schedule)
        {
            if (machine.Failure is not null || !machine.CanRun(thread))
                return null;
            machine.Step(thread);
            prints.Add(StatefulSearch.PrintOf(machine));
            able.Add(Able(machine));
            operations.Add(machine.LastOperation);
            held |= Holds(machine);
        }

        if (machine.Failure is not null)
            return null;
        string? due = held ? null : program.Eventually?.Text;
        if (machine.Count == 0)
            return due is null ? null : (ThreadSubject.Eventually, $"{due} never holds: {HowItEnds(machine)}");
        int start = prints.IndexOf(prints[^1]);
        if (start == schedule.Count || !IsFair(schedule, able, start) || (due is null && program.RunsForever))
            return null;
        string goesOn = new EndlessText(machine, schedule, operations, start).Says();
        return due is null
            ? (ThreadSubject.NoLivelock, $"livelock: {goesOn}")
            : (ThreadSubject.Eventually, $"{due} never holds: {goesOn}");
    }

    private static bool Holds(ThreadMachine machine) =>
        machine.Program.Eventually is { } condition && condition.Holds(machine);

    private static bool[] Able(ThreadMachine machine)
    {
        bool[] able = new bool[machine.Activities];
        for (int i = 0; i < machine.Count; i++)
            able[machine[i]] = true;
        return able;
    }

    /// <summary>Weak fairness: who is able to make a step in every state of the loop makes one in it.</summary>
    private static bool IsFair(IReadOnlyList<int> schedule, List<bool[]> able, int start)
    {
        HashSet<int> moved = [.. schedule.Skip(start)];
        for (int thread = 0; thread < able[0].Length; thread++)
        {
            int who = thread;
            if (!moved.Contains(thread) && able.Skip(start).All(state => state[who]))
                return false;
        }

        return true;
    }

    private static string HowItEnds(ThreadMachine machine) =>
        machine.IsDeadlocked ? machine.DescribeDeadlock() : "all threads have ended";
}
