namespace TwoDoors.Sim.Explore.Threads;

/// <content>Events in words.</content>
public sealed partial class ThreadMachine
{
    /// <summary>The pending event of a thread, such as <c>write x 1</c>: it names the event in traces, so it says
    /// nothing that only the event itself finds out.</summary>
    /// <param name="thread">It was started and has not ended.</param>
    public string LabelOf(int thread)
    {
        ref readonly Instruction instruction = ref codes[thread][state[pcBase + thread]];
        string place = instruction.Code is OpCode.Spawn or OpCode.Join ? threads[instruction.A].Name
            : instruction.Code == OpCode.Atomic ? BlockName(threads[thread].Blocks[instruction.A])
            : PlaceName(thread, in instruction);
        return instruction.Code switch
        {
            OpCode.Read => $"read {place}",
            OpCode.Write => $"write {place} {Register(thread, instruction.A)}",
            OpCode.CompareAndSwap =>
                $"cas {place} {Register(thread, instruction.D)} {Register(thread, instruction.E)}",
            OpCode.FetchAndAdd => $"fetch_add {place} {Register(thread, instruction.D)}",
            OpCode.Lock => $"lock {place}",
            OpCode.Unlock => $"unlock {place}",
            OpCode.Spawn => $"spawn {place}",
            OpCode.Join => $"join {place}",
            _ => $"atomic {place}",
        };
    }

    /// <summary>Makes the pending event of a thread.</summary>
    /// <returns>What it found out: a value read, or what an atomic block wrote; empty for none.</returns>
    public string StepAndTell(int thread)
    {
        ref readonly Instruction instruction = ref codes[thread][state[pcBase + thread]];
        OpCode code = instruction.Code;
        int slot = code is OpCode.Read or OpCode.FetchAndAdd ? SlotOf(thread, in instruction) : -1;
        string value = slot < 0 ? "" : $"{state[FirstSlot + slot]}";
        Step(thread);
        return code switch
        {
            OpCode.CompareAndSwap => LastOperation.Kind == OperationKind.Write ? "swapped" : "not swapped",
            OpCode.Atomic => string.Join(", ", WrittenBy(LastOperation)),
            _ => value,
        };
    }

    /// <summary>Who waits for what, at a deadlock.</summary>
    public string DescribeDeadlock()
    {
        IEnumerable<string> waits = Enumerable.Range(0, threads.Length).Where(IsAlive).Select(WaitOf);
        return $"deadlock: {string.Join("; ", waits)}";
    }

    /// <summary>What a thread waits for that stands before a lock or a join.</summary>
    internal string WaitOf(int thread)
    {
        ref readonly Instruction instruction = ref codes[thread][state[pcBase + thread]];
        return instruction.Code == OpCode.Join
            ? $"{threads[thread].Name} waits for {threads[instruction.A].Name} to end"
            : $"{threads[thread].Name} waits for {PlaceName(thread, in instruction)}{HolderOf(thread)}";
    }

    private string HolderOf(int thread)
    {
        ref readonly Instruction instruction = ref codes[thread][state[pcBase + thread]];
        int holder = state[FirstSlot + SlotOf(thread, in instruction)] - 1;
        return holder < 0 ? "" : holder == thread ? ", which it has itself" : $", which {threads[holder].Name} has";
    }

    private string PlaceName(int thread, in Instruction instruction)
    {
        string name = Program.SlotName(instruction.B);
        return instruction.C < 0 ? name : $"{name.Split('[')[0]}[{Register(thread, instruction.C)}]";
    }

    private string BlockName(in Operation block) =>
        string.Join(' ', (block.Parts ?? []).Select(part => Program.SlotName(part.Object)).Distinct());

    private IEnumerable<string> WrittenBy(Operation block) => (block.Parts ?? [])
        .Where(part => part.Kind == OperationKind.Write)
        .Select(part => $"{Program.SlotName(part.Object)}={ValueOf(part.Object)}");
}
