using TwoDoors.Model.Claims;

namespace TwoDoors.Sim.Disk;

/// <content>A representative part of the crash states, where there are too many for all.</content>
public sealed partial class SimDisk
{
    private const int SampleCount = 1000;

    /// <summary>All, none, all but one, only one, all but two, and a seeded sample.</summary>
    private CutCount Represent(double total)
    {
        int count = pending.Count;
        bool[] leave = new bool[count];
        Choose(leave);
        for (int i = 0; i < count; i++)
        {
            leave[i] = true;
            Choose(leave);
            for (int j = i + 1; j < count; j++)
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
        Choice.SplitMix64 random = new((ulong)Log.AtomCount);
        for (int sample = 0; sample < SampleCount; sample++)
        {
            for (int i = 0; i < count; i++)
                leave[i] = random.Below(2) == 0;
            Choose(leave);
        }

        return new CutCount(met, total, true, met);
    }

    /// <summary>The smallest crash state with this atom.</summary>
    private void ChooseOnly(int position)
    {
        bool[] leave = new bool[pending.Count];
        foreach (int atom in pending)
            Log.Atoms[atom].Wanted = false;
        Log.Atoms[pending[position]].Wanted = true;
        for (int i = position; i >= 0; i--)
        {
            leave[i] = !Log.Atoms[pending[i]].Wanted;
            if (leave[i])
                continue;
            foreach (int need in Log.NeedsOf(pending[i]))
                Log.Atoms[need].Wanted = true;
        }

        for (int i = position + 1; i < leave.Length; i++)
            leave[i] = true;
        Choose(leave);
    }

    private void Choose(bool[] leave)
    {
        int lost = Mark(leave);
        Fingerprint sum = SumOfMarked();
        met++;
        if (!sink.IsNew(sum, lost))
            return;
        cut.Fingerprint = sum;
        sink.Take(cut);
    }

    /// <summary>Marks the atoms of the crash state that leaves out these pending ones and what needs them.</summary>
    /// <returns>How many are lost.</returns>
    private int Mark(ReadOnlySpan<bool> leave)
    {
        for (int atom = 0; atom < Log.AtomCount; atom++)
            Log.Atoms[atom].In = Log.Atoms[atom].Durable;
        int lost = 0;
        for (int i = 0; i < leave.Length; i++)
        {
            bool chosen = !leave[i];
            foreach (int need in Log.NeedsOf(pending[i]))
                chosen &= Log.Atoms[need].In;
            Log.Atoms[pending[i]].In = chosen;
            lost += chosen ? 0 : 1;
        }

        return lost;
    }

    /// <summary>The fingerprint of the marked crash state, from scratch.</summary>
    private Fingerprint SumOfMarked()
    {
        Fingerprint sum = image!.Fingerprint;
        foreach (ref readonly Change change in Log.Changes.AsSpan(0, Log.ChangeCount))
        {
            change.Inode.BeginScratch();
            change.Before?.BeginScratch();
            change.After?.BeginScratch();
        }

        foreach (ref readonly Change change in Log.Changes.AsSpan(0, Log.ChangeCount))
        {
            if (!Log.Atoms[change.Atom].In)
                continue;
            if (change.Kind == ChangeKind.Entry)
            {
                change.Before?.ScratchName(change.Name!.Mark, there: false);
                change.After?.ScratchName(change.Name!.Mark, there: true);
            }
            else if (change.Kind == ChangeKind.Attributes)
            {
                change.Inode.Scratch.Attributes =
                    change.Attributes.Hash(change.Inode.Kind, change.Inode.VisibleNumber);
            }
        }

        foreach (ref readonly Change change in Log.Changes.AsSpan(0, Log.ChangeCount))
        {
            sum = sum.Plus(change.Inode.EndScratch(Log));
            sum = sum.Plus(change.Before?.EndScratch(Log) ?? default);
            sum = sum.Plus(change.After?.EndScratch(Log) ?? default);
        }

        return sum;
    }
}
