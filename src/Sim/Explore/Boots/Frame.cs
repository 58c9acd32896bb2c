using TwoDoors.Model.Claims;

namespace TwoDoors.Sim.Explore.Boots;

/// <summary>A boundary of the execution that is explored, at which several activities exist.</summary>
internal sealed class Frame
{
    /// <summary>What is known of the state.</summary>
    public required Visited Visited { get; init; }

    /// <summary>Length of the tape before the answer of this boundary.</summary>
    public required int TapeLength { get; init; }

    /// <summary>The activity of each answer.</summary>
    public required int[] Slots { get; init; }

    /// <summary>The activities that can run, as bits.</summary>
    public required ulong Runnable { get; init; }

    /// <summary>True when a part of the activities may be enough to begin with.</summary>
    public required bool IsPersistent { get; init; }

    /// <summary>True for a state that is visited again, for the activities that slept the last time.</summary>
    public required bool IsAgain { get; init; }

    /// <summary>The activities that slept when it was reached.</summary>
    public required ulong Asleep { get; init; }

    /// <summary>Those, and the steps that were tried here.</summary>
    public required List<Sleeper> Sleepers { get; init; }

    /// <summary>The ledger.</summary>
    public required Fingerprint Ledger { get; init; }

    /// <summary>The answer that kills all processes, while that is to be tried; else -1.</summary>
    public int Kill { get; set; } = -1;

    /// <summary>The activities to begin with.</summary>
    public ulong Wanted { get; set; }

    /// <summary>Those that were tried.</summary>
    public ulong Tried { get; set; }

    /// <summary>The activity that is tried now; -1 for none.</summary>
    public int Slot { get; set; } = -1;

    /// <summary>True until its call was foreseen.</summary>
    public bool IsUnforeseen { get; set; }

    /// <summary>Whose end it had waited for.</summary>
    public ulong Joined { get; set; }

    /// <summary>What its call may touch.</summary>
    public AccessSet Foreseen { get; } = new();

    /// <summary>What its step touched, in all executions of it.</summary>
    public AccessSet Touched { get; } = new();

    /// <summary>What was seen to happen after its step.</summary>
    public Futures After { get; } = new();

    /// <summary>What was seen to happen from here on.</summary>
    public Futures Total { get; } = new();

    /// <summary>The next answer to be tried, or -1.</summary>
    public int Next()
    {
        for (int answer = 0; answer < Slots.Length; answer++)
        {
            ulong bit = 1UL << Slots[answer];
            if ((Wanted & ~Tried & ~Asleep & bit) == 0)
                continue;
            Tried |= bit;
            Slot = Slots[answer];
            IsUnforeseen = true;
            return answer;
        }

        int kill = Kill;
        Kill = -1;
        return kill;
    }

    /// <summary>The first activity that is awake, as a bit; 0 for none.</summary>
    public ulong FirstAwake()
    {
        foreach (int slot in Slots)
        {
            if (!Who.Has(Asleep, slot))
                return 1UL << slot;
        }

        return 0;
    }
}
