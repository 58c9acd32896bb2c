using TwoDoors.Model.Claims;

namespace TwoDoors.Sim.Disk;

/// <content>The enumeration of crash states.</content>
/// <remarks>Needs are always older, so one pass over the pending atoms in their order, taking or leaving each whose
/// needs were taken, ends in a valid crash state every time, and in each exactly once.</remarks>
public sealed partial class SimDisk
{
    private const int CountFrom = 16;

    private readonly Cut cut;
    private ICutSink sink = null!;
    private long enumerated;
    private int chosen;
    private int bannedFrom;
    private int bannedTo;

    internal Fingerprint ViewFingerprint => view.Sum;

    /// <summary>Enumerates the crash states that contain an atom of this number or a higher one.</summary>
    /// <param name="firstNew">Atoms below were pending at the last enumeration.</param>
    /// <param name="cap">At most about this many; beyond it a representative part.</param>
    /// <param name="to">Hears of each.</param>
    public CutCount Enumerate(int firstNew, long cap, ICutSink to)
    {
        int split = pending.Count;
        while (split > 0 && pending[split - 1].Index >= firstNew)
            split--;
        if (split == pending.Count)
            return default;
        Start(to);
        if (Overflows(cap, out double total))
            return Represent(total);
        for (int i = split; i < pending.Count; i++)
        {
            bannedFrom = split;
            bannedTo = i;
            if (Force(pending[i], pending[split].Index))
                Walk(0);
            Unforce();
        }

        bannedFrom = 0;
        bannedTo = 0;
        return new CutCount(enumerated, enumerated, false);
    }

    /// <summary>Enumerates every crash state that is possible now.</summary>
    public CutCount EnumerateAll(long cap, ICutSink to)
    {
        Start(to);
        if (Overflows(cap, out double total))
            return Represent(total);
        Walk(0);
        return new CutCount(enumerated, enumerated, false);
    }

    internal int[] LostAtoms()
    {
        List<int> lost = new(pending.Count - chosen);
        foreach (Atom atom in pending)
        {
            if (!atom.In)
                lost.Add(atom.Index);
        }

        return [.. lost];
    }

    private void Start(ICutSink to)
    {
        sink = to;
        enumerated = 0;
        chosen = 0;
    }

    private void Walk(int position)
    {
        while (position < pending.Count)
        {
            Atom atom = pending[position++];
            bool banned = position > bannedFrom && position <= bannedTo;
            if (banned || !AllIn(atom))
                continue;
            if (!atom.Wanted)
                Walk(position);
            chosen++;
            atom.Apply(view);
            Walk(position);
            atom.Revert(view);
            chosen--;
            return;
        }

        Leaf();
    }

    private void Leaf()
    {
        enumerated++;
        if (sink.IsNew(view.Sum, pending.Count - chosen))
            sink.Take(cut);
    }

    /// <summary>Marks an atom and what it needs as taken; false if it needs one that is to be left.</summary>
    private bool Force(Atom atom, int firstBanned)
    {
        atom.Wanted = true;
        foreach (int need in atom.Needs)
        {
            Atom needed = atoms[need];
            if (needed.Durable || needed.Wanted)
                continue;
            if (need >= firstBanned || !Force(needed, firstBanned))
                return false;
        }

        return true;
    }

    private void Unforce()
    {
        foreach (Atom atom in pending)
            atom.Wanted = false;
    }

    /// <summary>True when there are more crash states than the cap; they are counted only when there could
    /// be.</summary>
    private bool Overflows(long cap, out double total)
    {
        total = 0;
        if (pending.Count < CountFrom || (pending.Count < 62 && 1L << pending.Count <= cap))
            return false;
        total = CutCounter.Count(pending, atoms);
        return total > cap;
    }

    /// <summary>All, none, all but one, only one, all but two, and a seeded sample.</summary>
    private CutCount Represent(double total)
    {
        bool[] leave = new bool[pending.Count];
        Choose(leave);
        for (int i = 0; i < leave.Length; i++)
        {
            leave[i] = true;
            Choose(leave);
            for (int j = i + 1; j < leave.Length; j++)
            {
                leave[j] = true;
                Choose(leave);
                leave[j] = false;
            }

            leave[i] = false;
            ChooseOnly(i);
        }

        Array.Fill(leave, true);
        Choose(leave);
        Choice.SplitMix64 random = new((ulong)atoms.Count);
        for (int sample = 0; sample < 1000; sample++)
        {
            for (int i = 0; i < leave.Length; i++)
                leave[i] = random.Below(2) == 0;
            Choose(leave);
        }

        return new CutCount(enumerated, total, true);
    }

    private void ChooseOnly(int position)
    {
        Force(pending[position], int.MaxValue);
        bool[] leave = new bool[pending.Count];
        for (int i = 0; i < leave.Length; i++)
            leave[i] = !pending[i].Wanted;
        Unforce();
        Choose(leave);
    }

    private void Choose(bool[] leave)
    {
        Apply(leave);
        Leaf();
        Restore();
    }

    private void Apply(bool[] leave)
    {
        for (int i = 0; i < leave.Length; i++)
        {
            if (leave[i] || !AllIn(pending[i]))
                continue;
            pending[i].Apply(view);
            chosen++;
        }
    }

    private void Restore()
    {
        for (int i = pending.Count - 1; i >= 0; i--)
        {
            if (pending[i].In)
                pending[i].Revert(view);
        }

        chosen = 0;
    }
}
