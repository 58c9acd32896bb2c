using TwoDoors.Model.Claims;

namespace TwoDoors.Sim.Disk;

/// <content>The enumeration of crash states.</content>
/// <remarks>A cut is one ideal of each component of the pending atoms. Ideals of a component that show the same files
/// are one outcome, so the outcomes of the components are multiplied and not their ideals: each crash state is met once
/// in a call, by the largest cut that leads to it.</remarks>
public sealed partial class SimDisk
{
    private readonly Cut cut;
    private ICutSink sink = null!;
    private long met;
    private int[] from = new int[8];
    private int[] to = new int[8];
    private int[] picked = new int[8];

    /// <summary>Enumerates the crash states of cuts that contain an atom of this number or a higher one, as far as no
    /// cut without them leads there too.</summary>
    /// <param name="firstNew">Atoms below were pending at the last enumeration.</param>
    /// <param name="cap">At most about this many; beyond it a representative part.</param>
    /// <param name="hears">Hears of each.</param>
    public CutCount Enumerate(int firstNew, long cap, ICutSink hears)
    {
        if (firstNew <= rewritten || firstNew <= newestDurable)
            return EnumerateAll(cap, hears);
        if (firstNew >= Log.AtomCount)
            return default;
        if (!Start(hears, firstNew, out double all, out double old))
            return Represent(CountAll());
        if (Distinct(old: false) - Distinct(old: true) > cap)
            return Represent(all - old);
        for (int i = 0; i < components.Count; i++)
        {
            from[i] = components[i].Outcomes.OldCount;
            to[i] = components[i].Outcomes.Count;
            if (from[i] < to[i])
                Walk(0, components.Settled, 0);
            from[i] = 0;
            to[i] = components[i].Outcomes.OldCount;
            if (to[i] == 0)
                break;
        }

        return Covered(all - old);
    }

    /// <summary>Enumerates every crash state that is possible now.</summary>
    /// <param name="cap">At most about this many; beyond it a representative part.</param>
    /// <param name="hears">Hears of each.</param>
    public CutCount EnumerateAll(long cap, ICutSink hears)
    {
        if (!Start(hears, int.MaxValue, out double all, out _))
            return Represent(CountAll());
        if (Distinct(old: false) > cap)
            return Represent(all);
        Walk(0, components.Settled, 0);
        return Covered(all);
    }

    /// <summary>How many cuts are possible now; a lower bound where one component has more than a million.</summary>
    public double CountAll() => CutCounter.Count(pending, Log);

    internal int[] LostAtoms() => [.. pending.Where(atom => !Log.Atoms[atom].In)];

    internal DiskImage MaterialiseCut() => Materialise();

    /// <summary>Finds the outcomes of all components.</summary>
    /// <returns>False when there are too many.</returns>
    private bool Start(ICutSink hears, int firstNew, out double all, out double old)
    {
        sink = hears;
        met = 0;
        all = 1;
        old = 1;
        if (components.NeedsRestart)
            Restart();
        if (!components.Refresh())
            return false;
        if (components.Count > from.Length)
        {
            from = new int[components.Count * 2];
            to = new int[components.Count * 2];
            picked = new int[components.Count * 2];
        }

        for (int i = 0; i < components.Count; i++)
        {
            Outcomes outcomes = components[i].Outcomes;
            outcomes.Find(components[i], firstNew);
            from[i] = 0;
            to[i] = outcomes.Count;
            all *= components[i].Count;
            old *= outcomes.OldIdeals;
        }

        return true;
    }

    private double Distinct(bool old)
    {
        double product = 1;
        for (int i = 0; i < components.Count; i++)
            product *= old ? components[i].Outcomes.OldCount : components[i].Outcomes.Count;
        return product;
    }

    private CutCount Covered(double cuts) => new((long)Math.Min(cuts, long.MaxValue / 2), cuts, false, met);

    private void Walk(int position, in Fingerprint sum, int lost)
    {
        if (position == components.Count)
        {
            Meet(sum, lost);
            return;
        }

        Component component = components[position];
        Outcomes outcomes = component.Outcomes;
        bool last = position == components.Count - 1;
        for (int state = from[position]; state < to[position]; state++)
        {
            picked[position] = state;
            Fingerprint shown = sum.Plus(outcomes.Sum(state));
            int missing = lost + component.Members - component.SizeOf(outcomes.IdealOf(state));
            if (last)
                Meet(shown, missing);
            else
                Walk(position + 1, shown, missing);
        }
    }

    private void Meet(in Fingerprint sum, int lost)
    {
        met++;
        if (!sink.IsNew(sum, lost))
            return;
        for (int atom = 0; atom < Log.AtomCount; atom++)
            Log.Atoms[atom].In = Log.Atoms[atom].Durable;
        for (int i = 0; i < components.Count; i++)
        {
            Component component = components[i];
            int ideal = component.Outcomes.IdealOf(picked[i]);
            for (int position = 0; position < component.Members; position++)
                Log.Atoms[component.AtomAt(position)].In = component.Contains(ideal, position);
        }

        cut.Fingerprint = sum;
        sink.Take(cut);
    }
}
