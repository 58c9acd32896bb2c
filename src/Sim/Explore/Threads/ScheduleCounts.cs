using TwoDoors.Model.Claims;

namespace TwoDoors.Sim.Explore.Threads;

/// <summary>How many schedules a program has, and how many of them fail, by recursion over its states. Counts beyond
/// 2^53 are rounded.</summary>
/// <remarks>A program that can go round for ever has no such number: each state must be left behind for good.</remarks>
public sealed class ScheduleCounts
{
    private const int StatesMax = 20_000_000;
    private const int DepthMax = 10_000;

    private readonly ThreadMachine machine;
    private readonly Dictionary<Fingerprint, (double All, double Failing)> known = [];
    private readonly Dictionary<Fingerprint, double[]> below = [];

    /// <summary>Ready to count.</summary>
    public ScheduleCounts(ThreadProgram program) => machine = new ThreadMachine(program) { KeepsUndo = true };

    /// <summary>All schedules, and those that fail.</summary>
    /// <exception cref="InvalidOperationException">There are too many states, or an endless loop.</exception>
    public (double All, double Failing) Count()
    {
        if (machine.Count == 0)
            return (1, machine.Failure is not null || (machine.Program.DeadlockFails && machine.IsDeadlocked) ? 1 : 0);
        Fingerprint state = machine.StateFingerprint();
        if (known.TryGetValue(state, out (double All, double Failing) before))
            return before;
        if (known.Count == StatesMax || machine.Steps == DepthMax)
            throw new InvalidOperationException($"{machine.Program.Name} has too many states to count its schedules");
        int count = machine.Count;
        double[] each = new double[count];
        double failing = 0;
        for (int i = 0; i < count; i++)
        {
            machine.Step(machine[i]);
            (each[i], double failingBelow) = Count();
            machine.Undo();
            failing += failingBelow;
        }

        below[state] = each;
        return known[state] = (each.Sum(), failing);
    }

    /// <summary>Schedules that go on from a state that was counted.</summary>
    public (double All, double Failing) Of(Fingerprint state) => known[state];

    /// <summary>Schedules that go on from a state, by the thread that makes the next step.</summary>
    public double[] Below(Fingerprint state) => below[state];
}
