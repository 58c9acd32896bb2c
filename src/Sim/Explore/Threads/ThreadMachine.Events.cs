namespace TwoDoors.Sim.Explore.Threads;

/// <content>What each event does.</content>
public sealed partial class ThreadMachine
{
    /// <summary>What a thread would touch, as the state is now.</summary>
    /// <param name="thread">It was started and has not ended.</param>
    public Operation PendingOf(int thread)
    {
        ref readonly Instruction instruction = ref codes[thread][state[pcBase + thread]];
        return instruction.Code switch
        {
            OpCode.Read => new Operation(SlotOf(thread, in instruction), OperationKind.Read),
            OpCode.Write or OpCode.FetchAndAdd =>
                new Operation(SlotOf(thread, in instruction), OperationKind.Write),
            OpCode.CompareAndSwap => PendingSwap(thread, in instruction),
            OpCode.Lock => new Operation(SlotOf(thread, in instruction), OperationKind.Lock),
            OpCode.Unlock => new Operation(SlotOf(thread, in instruction), OperationKind.Unlock),
            OpCode.Atomic => threads[thread].Blocks[instruction.A],
            _ => Operation.None,
        };
    }

    /// <summary>Of a compare-and-swap that stands next: what it expects and what it would write.</summary>
    internal (int Expected, int Desired) SwapOf(int thread)
    {
        ref readonly Instruction instruction = ref codes[thread][state[pcBase + thread]];
        return (Register(thread, instruction.D), Register(thread, instruction.E));
    }

    /// <summary>Where in its code the thread stands: at its first instruction if it was not started; -1 when it has
    /// ended.</summary>
    internal int PlaceOf(int thread) => state[statusBase + thread] switch
    {
        Running => state[pcBase + thread],
        NotStarted => 0,
        _ => -1,
    };

    /// <summary>True when the thread stands before a compare-and-swap.</summary>
    internal bool StandsBeforeSwap(int thread) =>
        codes[thread][state[pcBase + thread]].Code == OpCode.CompareAndSwap;

    /// <summary>The thread that the pending event of this thread spawns, or waits for to end; -1 for none.</summary>
    internal (int Spawned, int Joined) RelationOf(int thread)
    {
        ref readonly Instruction instruction = ref codes[thread][state[pcBase + thread]];
        return instruction.Code switch
        {
            OpCode.Spawn => (instruction.A, -1),
            OpCode.Join => (-1, instruction.A),
            _ => (-1, -1),
        };
    }

    private int Register(int thread, int register) => state[registers[thread] + register];

    private int SlotOf(int thread, in Instruction instruction)
    {
        if (instruction.C < 0)
            return instruction.B;
        int index = Register(thread, instruction.C);
        return (uint)index < (uint)instruction.Length ? instruction.B + index : -1;
    }

    private Operation PendingSwap(int thread, in Instruction instruction)
    {
        int slot = SlotOf(thread, in instruction);
        bool succeeds = slot >= 0 && state[FirstSlot + slot] == Register(thread, instruction.D);
        return new Operation(slot, succeeds ? OperationKind.Write : OperationKind.Read);
    }

    /// <summary>Makes an event.</summary>
    /// <param name="thread">Whose.</param>
    /// <param name="instruction">The event.</param>
    /// <param name="pc">Where it stands; afterwards where the thread goes on.</param>
    private Operation Make(int thread, in Instruction instruction, ref int pc)
    {
        pc++;
        switch (instruction.Code)
        {
            case OpCode.Spawn:
                Start(instruction.A);
                return Operation.None;
            case OpCode.Join or OpCode.Local:
                return Operation.None;
            case OpCode.Atomic:
                RunBlock(thread, ref pc);
                return threads[thread].Blocks[instruction.A];
            default:
                int slot = SlotOf(thread, in instruction);
                if (slot < 0)
                    return OutOfRange(thread, in instruction);
                return new Operation(slot, Touch(thread, in instruction, FirstSlot + slot));
        }
    }

    private OperationKind Touch(int thread, in Instruction instruction, int at)
    {
        int own = registers[thread];
        switch (instruction.Code)
        {
            case OpCode.Read:
                Set(own + instruction.A, state[at]);
                return OperationKind.Read;
            case OpCode.Write:
                Set(at, state[own + instruction.A]);
                return OperationKind.Write;
            case OpCode.CompareAndSwap:
                bool succeeds = state[at] == state[own + instruction.D];
                if (succeeds)
                    Set(at, state[own + instruction.E]);
                Set(own + instruction.A, succeeds ? 1 : 0);
                return succeeds ? OperationKind.Write : OperationKind.Read;
            case OpCode.FetchAndAdd:
                int before = state[at];
                Set(at, unchecked(before + state[own + instruction.D]));
                Set(own + instruction.A, before);
                return OperationKind.Write;
            case OpCode.Lock:
                Set(at, thread + 1);
                return OperationKind.Lock;
            default:
                if (state[at] != thread + 1)
                    Break($"{threads[thread].Name} unlocks {Program.SlotName(at - FirstSlot)} without having it");
                Set(at, 0);
                return OperationKind.Unlock;
        }
    }

    private Operation OutOfRange(int thread, in Instruction instruction)
    {
        string name = Program.SlotName(instruction.B).Split('[')[0];
        int index = Register(thread, instruction.C);
        Break($"{threads[thread].Name} uses {name}[{index}]; {name} has {instruction.Length} places");
        return Operation.None;
    }
}
