using System.Collections;
using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Reduction;

/// <summary>What a thread may still touch, read off its code: more than it will, never less.</summary>
internal sealed class LaterTouches
{
    private readonly BitArray[][] reads;
    private readonly BitArray[][] writes;

    public LaterTouches(ThreadProgram program)
    {
        reads = new BitArray[program.Threads.Count][];
        writes = new BitArray[program.Threads.Count][];
        for (int thread = 0; thread < program.Threads.Count; thread++)
            Analyse(program.Threads[thread], thread, program.SlotCount);
    }

    /// <summary>False when some sleeper sleeps for good, so that no execution from here comes to an end: nobody who is
    /// awake, or can be woken, ever makes an event that conflicts with its step.</summary>
    public bool CanAllWake(ThreadMachine machine, ulong asleep)
    {
        bool woke = true;
        while (asleep != 0 && woke)
        {
            woke = false;
            for (int sleeper = 0; sleeper < machine.Activities; sleeper++)
            {
                if ((asleep & (1UL << sleeper)) == 0 || !CanWake(machine, asleep, machine.PendingOf(sleeper)))
                    continue;
                asleep &= ~(1UL << sleeper);
                woke = true;
            }
        }

        return asleep == 0;
    }

    private bool CanWake(ThreadMachine machine, ulong asleep, in Operation pending)
    {
        for (int thread = 0; thread < machine.Activities; thread++)
        {
            if ((asleep & (1UL << thread)) == 0 && machine.PlaceOf(thread) is >= 0 and int pc
                && Touches(thread, pc, pending))
            {
                return true;
            }
        }

        return false;
    }

    private bool Touches(int thread, int pc, in Operation pending)
    {
        foreach (Operation part in pending.Parts ?? [pending])
        {
            if (part.Object < 0)
                continue;
            if (writes[thread][pc][part.Object])
                return true;
            if (part.Kind != OperationKind.Read && reads[thread][pc][part.Object])
                return true;
        }

        return false;
    }

    /// <summary>Flows backwards through the code until nothing changes.</summary>
    private void Analyse(ThreadCode code, int thread, int slots)
    {
        int length = code.Code.Count;
        reads[thread] = [.. Enumerable.Range(0, length).Select(_ => new BitArray(slots))];
        writes[thread] = [.. Enumerable.Range(0, length).Select(_ => new BitArray(slots))];
        for (int pc = 0; pc < length; pc++)
            Own(code.Code[pc], reads[thread][pc], writes[thread][pc]);
        bool changed = true;
        while (changed)
        {
            changed = false;
            for (int pc = length - 1; pc >= 0; pc--)
            {
                foreach (int next in Successors(code.Code[pc], pc, length))
                {
                    changed |= Join(reads[thread][pc], reads[thread][next]);
                    changed |= Join(writes[thread][pc], writes[thread][next]);
                }
            }
        }
    }

    private static void Own(in Instruction instruction, BitArray read, BitArray write)
    {
        if (instruction.Code is < OpCode.Read or > OpCode.Unlock)
            return;
        int last = instruction.C < 0 ? instruction.B : instruction.B + instruction.Length - 1;
        BitArray touched = instruction.Code == OpCode.Read ? read : write;
        for (int slot = instruction.B; slot <= last; slot++)
            touched[slot] = true;
    }

    private static int[] Successors(in Instruction instruction, int pc, int length) => instruction.Code switch
    {
        OpCode.Jump => [instruction.A],
        OpCode.JumpIfZero or OpCode.JumpUnlessZero => [instruction.B, pc + 1],
        _ => pc + 1 < length ? [pc + 1] : [],
    };

    private static bool Join(BitArray into, BitArray from)
    {
        bool changed = false;
        for (int slot = 0; slot < into.Length; slot++)
        {
            if (!from[slot] || into[slot])
                continue;
            into[slot] = true;
            changed = true;
        }

        return changed;
    }
}
