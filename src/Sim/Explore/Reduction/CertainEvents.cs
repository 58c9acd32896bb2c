using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Reduction;

/// <summary>The events at the beginning of a thread that happen in every execution, on the same variable each
/// time.</summary>
internal static class CertainEvents
{
    /// <summary>They end where the thread decides something, may wait, or may fail.</summary>
    public static IReadOnlyList<Operation> Of(ThreadCode thread)
    {
        List<Operation> events = [];
        if (!thread.StartsAtOnce)
            return events;
        foreach (Instruction instruction in thread.Code)
        {
            switch (instruction.Code)
            {
                case OpCode.Constant or OpCode.Move or OpCode.Add or OpCode.Subtract or OpCode.Multiply
                    or OpCode.Equal or OpCode.Differ or OpCode.Less or OpCode.AtMost:
                    break;
                case OpCode.Local:
                    events.Add(Operation.None);
                    break;
                case OpCode.Read when instruction.C < 0:
                    events.Add(new Operation(instruction.B, OperationKind.Read));
                    break;
                case OpCode.Write or OpCode.FetchAndAdd when instruction.C < 0:
                    events.Add(new Operation(instruction.B, OperationKind.Write));
                    break;
                default:
                    return events;
            }
        }

        return events;
    }
}
