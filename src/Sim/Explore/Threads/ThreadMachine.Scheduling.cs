using TwoDoors.Sim.Choice;

namespace TwoDoors.Sim.Explore.Threads;

/// <content>What strategies ask.</content>
public sealed partial class ThreadMachine
{
    private readonly int[] makers;
    private readonly Footprint[][] footprints;

    /// <summary>What the thread at this index would touch, as the state is now.</summary>
    public Footprint PendingAt(int index)
    {
        int thread = runnable[index];
        ref readonly Instruction instruction = ref codes[thread][state[pcBase + thread]];
        return instruction.Code == OpCode.Atomic
            ? footprints[thread][instruction.A]
            : PendingOf(thread).ToFootprint();
    }

    /// <summary>The thread that spawns this one; -1 for those that run from the start.</summary>
    public int MakerOf(int activity) => makers[activity];

    /// <inheritdoc/>
    public bool IsMade(int activity) => state[statusBase + activity] != NotStarted;

    /// <summary>Who spawns whom stands in the code: the first thread that may.</summary>
    private int[] FindMakers()
    {
        int[] found = new int[threads.Length];
        Array.Fill(found, -1);
        for (int thread = threads.Length - 1; thread >= 0; thread--)
        {
            foreach (Instruction instruction in codes[thread])
            {
                if (instruction.Code == OpCode.Spawn && instruction.A != thread)
                    found[instruction.A] = thread;
            }
        }

        return found;
    }
}
