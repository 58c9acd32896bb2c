namespace TwoDoors.Sim.Explore.Threads;

/// <summary>Which registers of a thread nobody reads any more before they are written again. States that differ in
/// such registers only have the same future.</summary>
/// <remarks>The usual backward data flow over the instructions, to its fixed point. Source: Aho, Lam, Sethi and Ullman,
/// "Compilers", section 9.2.5, live-variable analysis.</remarks>
internal static class DeadRegisters
{
    /// <summary>For each instruction of a thread that is an event: the registers that are dead before it. Empty for
    /// every other instruction: a thread never rests there.</summary>
    public static int[][] Of(ThreadCode thread)
    {
        IReadOnlyList<Instruction> code = thread.Code;
        bool[][] live = [.. code.Select(_ => new bool[thread.Registers.Count])];
        bool changed = true;
        while (changed)
        {
            changed = false;
            for (int pc = code.Count - 1; pc >= 0; pc--)
                changed |= Update(code, live, pc);
        }

        return [.. code.Select((instruction, pc) => instruction.IsEvent
            ? Enumerable.Range(0, live[pc].Length).Where(register => !live[pc][register]).ToArray()
            : [])];
    }

    private static bool Update(IReadOnlyList<Instruction> code, bool[][] live, int pc)
    {
        Instruction instruction = code[pc];
        bool[] here = live[pc];
        bool changed = false;
        int written = Writes(instruction) ? instruction.A : -1;
        foreach (int next in Followers(instruction, pc))
        {
            for (int register = 0; register < here.Length; register++)
            {
                if (register != written && live[next][register] && !here[register])
                    changed = here[register] = true;
            }
        }

        foreach (int register in Reads(instruction))
        {
            if (register >= 0 && !here[register])
                changed = here[register] = true;
        }

        return changed;
    }

    private static bool Writes(in Instruction instruction) => instruction.Code
        is (>= OpCode.Constant and <= OpCode.AtMost)
        or OpCode.Read or OpCode.CompareAndSwap or OpCode.FetchAndAdd;

    private static int[] Followers(in Instruction instruction, int pc) => instruction.Code switch
    {
        OpCode.Jump => [instruction.A],
        OpCode.JumpIfZero or OpCode.JumpUnlessZero => [pc + 1, instruction.B],
        OpCode.Fail or OpCode.End => [],
        _ => [pc + 1],
    };

    private static int[] Reads(in Instruction instruction) => instruction.Code switch
    {
        OpCode.Move => [instruction.B],
        >= OpCode.Add and <= OpCode.AtMost => [instruction.B, instruction.C],
        OpCode.JumpIfZero or OpCode.JumpUnlessZero => [instruction.A],
        OpCode.Read or OpCode.Lock or OpCode.Unlock => [instruction.C],
        OpCode.Write => [instruction.A, instruction.C],
        OpCode.CompareAndSwap => [instruction.C, instruction.D, instruction.E],
        OpCode.FetchAndAdd => [instruction.C, instruction.D],
        _ => [],
    };
}
