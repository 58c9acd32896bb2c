namespace TwoDoors.Sim.Explore.Threads;

/// <content>What a thread does between two events.</content>
public sealed partial class ThreadMachine
{
    /// <summary>A thread that does more than this between two events is taken for one that never reaches the
    /// next.</summary>
    private const int PrivateStepsMax = 1_000_000;

    private string? startFailure;
    private bool broken;
    private int failedAt;

    private void Begin()
    {
        state[Never] = 1;
        state[Always] = 0;
        foreach (SharedObject one in Program.Objects)
        {
            for (int i = 0; i < one.Initial.Count; i++)
                state[FirstSlot + one.First + i] = one.Initial[i];
        }

        for (int thread = 0; thread < threads.Length; thread++)
        {
            state[statusBase + thread] = NotStarted;
            state[gateBase + thread] = Never;
        }

        for (int thread = 0; thread < threads.Length; thread++)
        {
            if (threads[thread].StartsAtOnce)
                Start(thread);
        }

        startFailure = Failure;
    }

    private void Start(int thread)
    {
        if (state[statusBase + thread] != NotStarted)
        {
            Break($"{threads[thread].Name} is started twice");
            return;
        }

        Set(statusBase + thread, Running);
        GoOn(thread, 0);
    }

    private void Break(string says)
    {
        broken = true;
        if (Failure is not null)
            return;
        Failure = says;
        failedAt = Steps;
    }

    /// <summary>Runs on to the next event, and finds out what it waits for.</summary>
    private void GoOn(int thread, int pc)
    {
        ReadOnlySpan<Instruction> code = codes[thread];
        for (int left = PrivateStepsMax; !broken; left--)
        {
            ref readonly Instruction instruction = ref code[pc];
            if (instruction.IsEvent)
            {
                StandBefore(thread, pc, in instruction);
                return;
            }

            if (instruction.Code == OpCode.End)
            {
                Finish(thread, pc);
                return;
            }

            if (left == 0)
                Break($"{threads[thread].Name} goes round for ever without touching anything shared");
            else
                pc = Private(thread, in instruction, pc);
        }

        Finish(thread, pc);
    }

    private void StandBefore(int thread, int pc, in Instruction instruction)
    {
        Set(pcBase + thread, pc);
        int gate = instruction.Code switch
        {
            OpCode.Lock when SlotOf(thread, in instruction) is >= 0 and int slot => FirstSlot + slot,
            OpCode.Join => statusBase + instruction.A,
            _ => Always,
        };
        if (state[gateBase + thread] != gate)
            Set(gateBase + thread, gate);
        if (dead is not null)
            Forget(thread, dead[thread][pc]);
    }

    private void Forget(int thread, int[] registersOfIt)
    {
        foreach (int register in registersOfIt)
        {
            if (state[registers[thread] + register] != 0)
                Set(registers[thread] + register, 0);
        }
    }

    /// <summary>Registers of a thread that has ended mean nothing: states that differ in them only are one.</summary>
    private void Finish(int thread, int pc)
    {
        Set(pcBase + thread, pc);
        Set(statusBase + thread, Finished);
        Set(gateBase + thread, Never);
        int end = registers[thread] + threads[thread].Registers.Count;
        for (int register = registers[thread]; register < end; register++)
        {
            if (state[register] != 0)
                Set(register, 0);
        }
    }

    private int Private(int thread, in Instruction instruction, int pc)
    {
        int own = registers[thread];
        switch (instruction.Code)
        {
            case OpCode.Jump:
                return instruction.A;
            case OpCode.JumpIfZero:
                return state[own + instruction.A] == 0 ? instruction.B : pc + 1;
            case OpCode.JumpUnlessZero:
                return state[own + instruction.A] != 0 ? instruction.B : pc + 1;
            case OpCode.Fail:
                Break(Program.Texts[instruction.A]);
                return pc + 1;
            case OpCode.Constant:
                Set(own + instruction.A, instruction.B);
                return pc + 1;
            case OpCode.Move:
                Set(own + instruction.A, state[own + instruction.B]);
                return pc + 1;
            default:
                Set(own + instruction.A, Calculate(thread, in instruction));
                return pc + 1;
        }
    }

    private int Calculate(int thread, in Instruction instruction)
    {
        int left = Register(thread, instruction.B);
        int right = Register(thread, instruction.C);
        if (right == 0 && instruction.Code is (OpCode.Divide or OpCode.Remainder))
        {
            Break($"{threads[thread].Name} divides by 0");
            return 0;
        }

        return Arithmetic.Of(instruction.Code, left, right);
    }

    /// <summary>Runs an atomic block: reads and writes in it are parts of one event.</summary>
    private void RunBlock(int thread, ref int pc)
    {
        for (int left = PrivateStepsMax; !broken; left--)
        {
            ref readonly Instruction instruction = ref codes[thread][pc];
            if (instruction.Code == OpCode.AtomicEnd)
            {
                pc++;
                return;
            }

            if (left == 0)
                Break($"{threads[thread].Name} never leaves an atomic block");
            else if (instruction.IsEvent)
                Make(thread, in instruction, ref pc);
            else
                pc = Private(thread, in instruction, pc);
        }
    }
}
