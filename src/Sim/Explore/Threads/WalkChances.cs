using TwoDoors.Model.Claims;
using TwoDoors.Sim.Explore.Strategies;

namespace TwoDoors.Sim.Explore.Threads;

/// <summary>The exact chance that a walk fails which draws whoever goes on with given weights, by recursion over the
/// states of a program.</summary>
public sealed class WalkChances
{
    private readonly ThreadMachine machine;
    private readonly Dictionary<Fingerprint, double> known = [];
    private readonly int[]? lengths;

    private WalkChances(ThreadProgram program, RunProfile? profile)
    {
        machine = new ThreadMachine(program) { KeepsUndo = true };
        lengths = profile is null ? null : [.. profile.Steps];
    }

    /// <summary>Of a walk in which all who can run are equally likely.</summary>
    public static double OfRandomWalk(ThreadProgram program) => new WalkChances(program, null).Chance(null);

    /// <summary>Of a walk in which they are likely as they have steps left, by these expectations.</summary>
    public static double OfUniformWalk(ThreadProgram program, RunProfile profile)
    {
        WalkChances chances = new(program, profile);
        return chances.Chance(new int[program.Threads.Count]);
    }

    /// <param name="made">Steps that each thread has made; null when they do not matter.</param>
    private double Chance(int[]? made)
    {
        if (machine.Count == 0)
            return machine.Failure is not null || (machine.Program.DeadlockFails && machine.IsDeadlocked) ? 1 : 0;
        Fingerprint state = machine.StateFingerprint();
        foreach (int steps in made ?? [])
            state = state.Add(steps);
        if (known.TryGetValue(state, out double before))
            return before;
        double chance = 0;
        double weights = 0;
        int count = machine.Count;
        for (int i = 0; i < count; i++)
        {
            int thread = machine[i];
            double weight = made is null ? 1 : Math.Max(1, Left(thread, made));
            weights += weight;
            Make(thread, made, 1);
            machine.Step(thread);
            chance += weight * Chance(made);
            machine.Undo();
            Make(thread, made, -1);
        }

        return known[state] = chance / weights;
    }

    private static void Make(int thread, int[]? made, int steps)
    {
        if (made is not null)
            made[thread] += steps;
    }

    /// <summary>Steps that a thread, and those that it is still to spawn, are expected to have left.</summary>
    private int Left(int thread, int[] made)
    {
        int left = Math.Max(0, Expected(thread) - made[thread]);
        for (int other = 0; other < made.Length; other++)
        {
            if (machine.MakerOf(other) == thread && !machine.IsMade(other))
                left += Left(other, made);
        }

        return left;
    }

    private int Expected(int thread) => thread < lengths!.Length ? lengths[thread] : 0;
}
