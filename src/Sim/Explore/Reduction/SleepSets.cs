using System.Numerics;
using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Reduction;

/// <summary>For each state on the current execution the threads that need not go next, because what they begin was
/// explored.</summary>
/// <remarks>Source: P. Godefroid, "Partial-Order Methods for the Verification of Concurrent Systems", LNCS 1032,
/// 1996.</remarks>
internal sealed class SleepSets
{
    private readonly int threads;
    private ulong[] asleep = new ulong[64];
    private Operation[] operations;

    public SleepSets(int threads)
    {
        if (threads > 64)
            throw new ArgumentOutOfRangeException(nameof(threads), "a reduced search takes at most 64 threads");
        this.threads = threads;
        operations = new Operation[asleep.Length * threads];
    }

    /// <summary>Nobody sleeps at the start.</summary>
    public void Begin() => asleep[0] = 0;

    /// <summary>Those who sleep at a depth, a bit each.</summary>
    public ulong At(int depth) => asleep[depth];

    /// <summary>The thread with the lowest number that can make a step, is not held and does not sleep, or
    /// -1.</summary>
    public int FirstAwake(int depth, ThreadMachine machine, OrderGate? gate, EventLog log)
    {
        ulong sleeping = asleep[depth];
        for (int i = 0; i < machine.Count; i++)
        {
            int thread = machine[i];
            if ((sleeping & (1UL << thread)) == 0 && gate?.Holds(log, thread) != true)
                return thread;
        }

        return -1;
    }

    /// <summary>A thread made a step: those go on sleeping whose own step commutes with it.</summary>
    public void Pass(int depth, int thread, in Operation operation)
    {
        Grow(depth + 1);
        ulong left = asleep[depth] & ~(1UL << thread);
        ulong still = 0;
        for (; left != 0; left &= left - 1)
        {
            int sleeper = BitOperations.TrailingZeroCount(left);
            ref readonly Operation pending = ref operations[(depth * threads) + sleeper];
            if (pending.Conflicts(operation))
                continue;
            still |= 1UL << sleeper;
            operations[((depth + 1) * threads) + sleeper] = pending;
        }

        asleep[depth + 1] = still;
    }

    /// <summary>What a thread begins at this depth was explored.</summary>
    public void FallAsleep(int depth, int thread, in Operation operation)
    {
        asleep[depth] |= 1UL << thread;
        operations[(depth * threads) + thread] = operation;
    }

    /// <summary>True when a sequence is equivalent to one that a sleeper begins.</summary>
    public bool AnyMayBegin(int depth, Reversal sequence)
    {
        for (ulong left = asleep[depth]; left != 0; left &= left - 1)
        {
            int sleeper = BitOperations.TrailingZeroCount(left);
            if (sequence.MayBegin(sleeper, operations[(depth * threads) + sleeper]))
                return true;
        }

        return false;
    }

    private void Grow(int depth)
    {
        if (depth < asleep.Length)
            return;
        Array.Resize(ref asleep, depth * 2);
        Array.Resize(ref operations, asleep.Length * threads);
    }
}
