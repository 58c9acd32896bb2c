using TwoDoors.Model.Claims;
using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Tests.Explore.Strategies;

/// <summary>What is known exactly of all schedules of a program, by recursion over its states.</summary>
internal sealed class ScheduleOracle
{
    private readonly ThreadMachine machine;
    private readonly Dictionary<Fingerprint, double> chances = [];
    private readonly Dictionary<Fingerprint, (double All, double Failing)> counts = [];

    public ScheduleOracle(ThreadProgram program) => machine = new ThreadMachine(program) { KeepsUndo = true };

    private bool IsFailed => machine.Failure is not null || machine.IsDeadlocked;

    /// <summary>The chance that a random walk fails.</summary>
    public double RandomWalk()
    {
        if (machine.Failure is not null || machine.Count == 0)
            return IsFailed ? 1 : 0;
        Fingerprint state = machine.StateFingerprint();
        if (chances.TryGetValue(state, out double known))
            return known;
        double sum = 0;
        int count = machine.Count;
        for (int i = 0; i < count; i++)
        {
            machine.Step(machine[i]);
            sum += RandomWalk();
            machine.Undo();
        }

        return chances[state] = sum / count;
    }

    /// <summary>How many schedules there are, and how many of them fail.</summary>
    public (double All, double Failing) Schedules()
    {
        if (machine.Failure is not null || machine.Count == 0)
            return (1, IsFailed ? 1 : 0);
        Fingerprint state = machine.StateFingerprint();
        if (counts.TryGetValue(state, out (double All, double Failing) known))
            return known;
        double all = 0;
        double failing = 0;
        int count = machine.Count;
        for (int i = 0; i < count; i++)
        {
            machine.Step(machine[i]);
            (double allBelow, double failingBelow) = Schedules();
            machine.Undo();
            all += allBelow;
            failing += failingBelow;
        }

        return counts[state] = (all, failing);
    }
}
