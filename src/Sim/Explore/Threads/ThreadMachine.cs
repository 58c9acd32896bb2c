using TwoDoors.Sim.Explore.Strategies;

namespace TwoDoors.Sim.Explore.Threads;

/// <summary>Runs a program of threads one event at a time. Its whole state is one array of numbers, so a step can be
/// undone and a state can be hashed.</summary>
/// <remarks>An event is a read, a write, an atomic operation, a lock, an unlock, a spawn, a join or an atomic block.
/// What a thread does between two events nobody else can see; it is done together with the event before it. It belongs
/// to one thread of the explorer.</remarks>
public sealed partial class ThreadMachine : IScheduling
{
    private const int Always = 0;
    private const int Never = 1;
    private const int FirstSlot = 2;
    private const int Finished = 0;
    private const int Running = 1;
    private const int NotStarted = 2;

    private readonly ThreadCode[] threads;
    private readonly Instruction[][] codes;
    private readonly int[] initial;
    private readonly int[] state;
    private readonly int[] registers;
    private readonly int[] runnable;
    private readonly int[][][]? dead;
    private readonly int statusBase;
    private readonly int pcBase;
    private readonly int gateBase;
    private int runnableCount;
    private int continuing;

    /// <summary>A machine at the start of the program.</summary>
    /// <param name="program">What runs.</param>
    /// <param name="forgetsDead">True to set registers to 0 that nobody reads any more: states with the same future
    /// are then equal. It costs a little with each step.</param>
    public ThreadMachine(ThreadProgram program, bool forgetsDead = false)
    {
        Program = program;
        threads = [.. program.Threads];
        dead = forgetsDead ? [.. threads.Select(DeadRegisters.Of)] : null;
        codes = [.. threads.Select(thread => thread.Code.ToArray())];
        runnable = new int[threads.Length];
        statusBase = FirstSlot + program.SlotCount;
        pcBase = statusBase + threads.Length;
        gateBase = pcBase + threads.Length;
        registers = new int[threads.Length];
        int next = gateBase + threads.Length;
        for (int thread = 0; thread < threads.Length; thread++)
        {
            registers[thread] = next;
            next += threads[thread].Registers.Count;
        }

        makers = FindMakers();
        footprints = [.. threads.Select(thread => thread.Blocks.Select(block => block.ToFootprint()).ToArray())];
        state = new int[next];
        initial = new int[next];
        Begin();
        state.AsSpan().CopyTo(initial);
        Reset();
    }

    /// <summary>What runs.</summary>
    public ThreadProgram Program { get; }

    /// <summary>Events made so far.</summary>
    public int Steps { get; private set; }

    /// <summary>What went wrong first, or null. A failed execution makes no further step.</summary>
    public string? Failure { get; private set; }

    /// <summary>What the last event touched, as it turned out.</summary>
    public Operation LastOperation { get; private set; }

    /// <summary>How many threads can make a step now.</summary>
    public int Count => Failure is null || GoesOn ? runnableCount : 0;

    /// <summary>True: a failure ends its thread only, and the others go on. A search that leaves out equivalent
    /// executions has to see what they would have done.</summary>
    public bool GoesOn { get; init; }

    /// <summary>Index of the thread that made the last step, if it can make another one; else -1.</summary>
    public int Continuing => continuing;

    /// <summary>Threads in all, started or not.</summary>
    public int Activities => threads.Length;

    /// <summary>True when threads are left and none can go on.</summary>
    public bool IsDeadlocked
    {
        get
        {
            if (Count > 0 || Failure is not null)
                return false;
            for (int thread = 0; thread < threads.Length; thread++)
            {
                if (state[statusBase + thread] == Running)
                    return true;
            }

            return false;
        }
    }

    /// <summary>The number of the thread at an index among those that can make a step, in ascending order.</summary>
    public int this[int index] => runnable[index];

    /// <summary>The value of a variable; of a mutex the number of its holder + 1, or 0.</summary>
    public int ValueOf(int slot) => state[FirstSlot + slot];

    /// <summary>True when the thread can make a step.</summary>
    public bool CanRun(int thread) => state[state[gateBase + thread]] == 0;

    /// <summary>True when the thread was started and has not ended.</summary>
    public bool IsAlive(int thread) => state[statusBase + thread] == Running;

    /// <summary>Back to the start of the program.</summary>
    public void Reset()
    {
        initial.AsSpan().CopyTo(state);
        Steps = 0;
        Failure = startFailure;
        undoCount = 0;
        FindRunnable(last: -1);
    }

    /// <summary>The thread makes its pending event, and goes on to stand before the next one.</summary>
    /// <param name="thread">It can make a step.</param>
    public void Step(int thread)
    {
        if (keepsUndo)
            Mark();
        Steps++;
        broken = false;
        int pc = state[pcBase + thread];
        ref readonly Instruction instruction = ref codes[thread][pc];
        LastOperation = Make(thread, in instruction, ref pc);
        if (broken)
            Finish(thread, pc);
        else
            GoOn(thread, pc);
        FindRunnable(thread);
    }

    /// <summary>Finds who can make a step, and whether the one who made the last step is among them.</summary>
    private void FindRunnable(int last)
    {
        int count = 0;
        int[] all = state;
        int[] found = runnable;
        continuing = -1;
        for (int thread = 0; thread < found.Length; thread++)
        {
            if (all[all[gateBase + thread]] != 0)
                continue;
            if (thread == last)
                continuing = count;
            found[count++] = thread;
        }

        runnableCount = count;
    }

    private void Set(int slot, int value)
    {
        if (keepsUndo)
            Keep(slot);
        state[slot] = value;
    }
}
