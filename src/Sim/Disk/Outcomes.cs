using TwoDoors.Model.Claims;

namespace TwoDoors.Sim.Disk;

/// <summary>The distinct states that the ideals of a component lead to: several ideals show the same files, as when
/// bytes of a file survive that no name leads to. Those that an ideal without new atoms leads to come first.</summary>
internal sealed class Outcomes
{
    private const int ScanMax = 16;

    private int[] slots = new int[64];
    private int[] ideals = new int[16];
    private Fingerprint[] sums = new Fingerprint[16];
    private bool[] isOld = new bool[16];
    private bool isKnown;
    private int knownFrom;

    /// <summary>All states.</summary>
    public int Count { get; private set; }

    /// <summary>States that some ideal without new atoms leads to.</summary>
    public int OldCount { get; private set; }

    /// <summary>Ideals without new atoms.</summary>
    public int OldIdeals { get; private set; }

    /// <summary>What a state adds to the fingerprint.</summary>
    public ref readonly Fingerprint Sum(int state) => ref sums[state];

    /// <summary>The largest ideal that leads to a state.</summary>
    public int IdealOf(int state) => ideals[state];

    /// <summary>The ideals have changed.</summary>
    public void Forget() => isKnown = false;

    /// <summary>Finds the states.</summary>
    /// <param name="component">Of it.</param>
    /// <param name="firstNew">Atoms from this one on are new.</param>
    public void Find(Component component, int firstNew)
    {
        bool allOld = component.Newest < firstNew;
        int from = allOld ? int.MaxValue : firstNew;
        if (isKnown && knownFrom == from)
            return;
        isKnown = true;
        knownFrom = from;
        Count = 0;
        OldIdeals = 0;
        if (component.Count > ScanMax)
            ClearSlots(component.Count);
        for (int ideal = 0; ideal < component.Count; ideal++)
        {
            bool old = component.NewestOf[ideal] < from;
            OldIdeals += old ? 1 : 0;
            int state = Place(component.Sums[ideal], component.Count > ScanMax);
            if (state == Count)
            {
                Add(component.Sums[ideal], ideal, old);
                continue;
            }

            isOld[state] |= old;
            if (component.SizeOf(ideal) > component.SizeOf(ideals[state]))
                ideals[state] = ideal;
        }

        OldFirst();
    }

    private void Add(in Fingerprint sum, int ideal, bool old)
    {
        if (Count == sums.Length)
        {
            Array.Resize(ref sums, Count * 2);
            Array.Resize(ref ideals, Count * 2);
            Array.Resize(ref isOld, Count * 2);
        }

        sums[Count] = sum;
        ideals[Count] = ideal;
        isOld[Count++] = old;
    }

    /// <summary>The state of this sum, or Count for a new one.</summary>
    private int Place(in Fingerprint sum, bool hashed)
    {
        if (!hashed)
        {
            for (int state = 0; state < Count; state++)
            {
                if (sums[state] == sum)
                    return state;
            }

            return Count;
        }

        int mask = slots.Length - 1;
        int slot = (int)(sum.Low & (ulong)mask);
        while (slots[slot] >= 0)
        {
            if (sums[slots[slot]] == sum)
                return slots[slot];
            slot = (slot + 1) & mask;
        }

        slots[slot] = Count;
        return Count;
    }

    private void ClearSlots(int count)
    {
        int size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count * 2);
        if (slots.Length != size)
            slots = new int[size];
        Array.Fill(slots, -1);
    }

    private void OldFirst()
    {
        OldCount = 0;
        for (int state = 0; state < Count; state++)
        {
            if (!isOld[state])
                continue;
            (sums[state], sums[OldCount]) = (sums[OldCount], sums[state]);
            (ideals[state], ideals[OldCount]) = (ideals[OldCount], ideals[state]);
            (isOld[state], isOld[OldCount]) = (isOld[OldCount], isOld[state]);
            OldCount++;
        }
    }
}
