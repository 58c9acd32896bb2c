namespace TwoDoors.Sim.Explore.Threads;

/// <summary>What the instructions that calculate come to, in numbers of 32 bits that wrap around.</summary>
internal static class Arithmetic
{
    /// <summary>The result; of a division: the right side is not 0.</summary>
    public static int Of(OpCode code, int left, int right)
    {
        unchecked
        {
            return code switch
            {
                OpCode.Add => left + right,
                OpCode.Subtract => left - right,
                OpCode.Multiply => left * right,
                OpCode.Divide => right == -1 ? -left : left / right,
                OpCode.Remainder => right == -1 ? 0 : left % right,
                OpCode.Equal => left == right ? 1 : 0,
                OpCode.Differ => left != right ? 1 : 0,
                OpCode.Less => left < right ? 1 : 0,
                _ => left <= right ? 1 : 0,
            };
        }
    }
}
