namespace TwoDoors.Sim.Explore.Threads;

/// <summary>A shared variable or a mutex, alone or an array.</summary>
/// <param name="Name">Its name.</param>
/// <param name="First">Its first slot.</param>
/// <param name="Initial">The value of each slot at the start; of a mutex: 0, which is free.</param>
/// <param name="IsArray">True when it is used with an index.</param>
public sealed record SharedObject(string Name, int First, IReadOnlyList<int> Initial, bool IsArray)
{
    /// <summary>The name of a slot, such as a[3].</summary>
    public string SlotName(int slot) => IsArray ? $"{Name}[{slot - First}]" : Name;
}

/// <summary>The code of one thread.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Code">Its instructions; the last one is an End.</param>
/// <param name="Registers">The names of its registers, in their order; empty names are places for values in
/// between.</param>
/// <param name="Blocks">What each atomic block may touch.</param>
/// <param name="StartsAtOnce">False when another thread spawns it.</param>
public sealed record ThreadCode(
    string Name,
    IReadOnlyList<Instruction> Code,
    IReadOnlyList<string> Registers,
    IReadOnlyList<Operation> Blocks,
    bool StartsAtOnce);

/// <summary>A program of a few threads over shared variables and mutexes, in sequential consistency: each event is one
/// step, seen by all at once.</summary>
/// <param name="Name">For reports.</param>
/// <param name="Objects">Variables and mutexes, in order of their slots.</param>
/// <param name="Threads">In order of their numbers.</param>
/// <param name="Texts">What a failure says.</param>
/// <param name="DeadlockFails">True when threads that wait for each other for ever are a failure.</param>
public sealed record ThreadProgram(
    string Name,
    IReadOnlyList<SharedObject> Objects,
    IReadOnlyList<ThreadCode> Threads,
    IReadOnlyList<string> Texts,
    bool DeadlockFails)
{
    /// <summary>What has to hold at some time in every fair execution, or null.</summary>
    public Condition? Eventually { get; init; }

    /// <summary>True when threads go round for ever on purpose.</summary>
    public bool RunsForever { get; init; }

    /// <summary>How many slots there are.</summary>
    public int SlotCount => Objects.Sum(one => one.Initial.Count);

    /// <summary>The value of a slot at the start.</summary>
    public int InitialOf(int slot)
    {
        foreach (SharedObject one in Objects)
        {
            if (slot < one.First + one.Initial.Count)
                return one.Initial[slot - one.First];
        }

        throw new ArgumentOutOfRangeException(nameof(slot), $"there is no slot {slot}");
    }

    /// <summary>The name of a slot.</summary>
    public string SlotName(int slot)
    {
        foreach (SharedObject one in Objects)
        {
            if (slot < one.First + one.Initial.Count)
                return one.SlotName(slot);
        }

        throw new ArgumentOutOfRangeException(nameof(slot), $"there is no slot {slot}");
    }
}
