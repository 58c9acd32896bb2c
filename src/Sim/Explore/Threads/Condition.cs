namespace TwoDoors.Sim.Explore.Threads;

/// <summary>A condition on the shared variables of a program, such as <c>served[0] == 1 || x &gt; 2</c>.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Code">What computes it.</param>
/// <param name="Registers">How many places for values in between there are.</param>
/// <param name="Result">The place that holds the result.</param>
public sealed record Condition(string Text, IReadOnlyList<Instruction> Code, int Registers, int Result)
{
    /// <summary>True when it holds where the machine stands. A condition that divides by 0 or looks beyond the end of
    /// an array does not hold.</summary>
    public bool Holds(ThreadMachine machine)
    {
        Span<int> values = stackalloc int[Registers];
        values.Clear();
        for (int pc = 0; pc < Code.Count; pc++)
        {
            Instruction step = Code[pc];
            switch (step.Code)
            {
                case OpCode.Constant:
                    values[step.A] = step.B;
                    break;
                case OpCode.Read:
                    int index = step.C < 0 ? 0 : values[step.C];
                    if ((uint)index >= (uint)step.Length)
                        return false;
                    values[step.A] = machine.ValueOf(step.B + index);
                    break;
                case OpCode.JumpIfZero or OpCode.JumpUnlessZero:
                    if ((values[step.A] == 0) == (step.Code == OpCode.JumpIfZero))
                        pc = step.B - 1;
                    break;
                default:
                    if (values[step.C] == 0 && step.Code is (OpCode.Divide or OpCode.Remainder))
                        return false;
                    values[step.A] = Arithmetic.Of(step.Code, values[step.B], values[step.C]);
                    break;
            }
        }

        return values[Result] != 0;
    }
}
