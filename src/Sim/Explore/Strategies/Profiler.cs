using TwoDoors.Sim.Choice;

namespace TwoDoors.Sim.Explore.Strategies;

/// <summary>A random walk that counts. Its seeds are always the same, so that what is learned from it depends on the
/// world alone.</summary>
internal sealed class Profiler : SeededStrategy
{
    /// <summary>How many runs a profile is made of.</summary>
    public const int Runs = 4;

    private readonly List<int> most = [];
    private readonly List<int> makers = [];
    private readonly SortedDictionary<long, Touched> objects = [];
    private readonly List<int> current = [];
    private int lengthMax;

    /// <inheritdoc/>
    public override void Begin(ulong seed, long execution)
    {
        base.Begin(seed, execution);
        Clear(current);
        foreach (Touched touched in objects.Values)
            Clear(touched.Now);
    }

    /// <inheritdoc/>
    public override int Choose(IScheduling point)
    {
        int chosen = Random.Below(point.Count);
        int activity = point[chosen];
        while (makers.Count <= activity)
            makers.Add(point.MakerOf(makers.Count));
        makers[activity] = point.MakerOf(activity);
        Count(current, activity);
        Footprint footprint = point.PendingAt(chosen);
        for (int i = 0; i < footprint.Count; i++)
        {
            if (!IsRepeated(footprint, i))
                Touch(activity, footprint, footprint[i].Object);
        }

        return chosen;
    }

    /// <inheritdoc/>
    public override void End(int steps, bool failed)
    {
        lengthMax = Math.Max(lengthMax, steps);
        Raise(most, current);
        foreach (Touched touched in objects.Values)
            Raise(touched.Most, touched.Now);
    }

    /// <summary>What the runs so far showed.</summary>
    public RunProfile ToProfile()
    {
        int shared = Math.Max(2, most.Count(steps => steps > 0) / 2);
        List<ObjectProfile> found = [];
        foreach ((long key, Touched touched) in objects)
        {
            if (touched.IsChanged && touched.Most.Count(steps => steps > 0) >= shared)
                found.Add(new ObjectProfile(key, [.. touched.Most], touched.Most.Sum()));
        }

        return new RunProfile(lengthMax, [.. most], [.. makers], found);
    }

    private static bool IsRepeated(in Footprint footprint, int index)
    {
        for (int before = 0; before < index; before++)
        {
            if (footprint[before].Object == footprint[index].Object)
                return true;
        }

        return false;
    }

    private void Touch(int activity, in Footprint footprint, long key)
    {
        if (!objects.TryGetValue(key, out Touched? touched))
        {
            touched = new Touched();
            objects.Add(key, touched);
        }

        Count(touched.Now, activity);
        for (int i = 0; i < footprint.Count; i++)
            touched.IsChanged |= footprint[i].Object == key && footprint[i].Kind != AccessKind.Read;
    }

    private static void Count(List<int> counts, int activity)
    {
        while (counts.Count <= activity)
            counts.Add(0);
        counts[activity]++;
    }

    private static void Raise(List<int> most, List<int> now)
    {
        for (int i = 0; i < now.Count; i++)
        {
            if (i == most.Count)
                most.Add(0);
            most[i] = Math.Max(most[i], now[i]);
        }
    }

    private static void Clear(List<int> counts)
    {
        for (int i = 0; i < counts.Count; i++)
            counts[i] = 0;
    }

    private sealed class Touched
    {
        public List<int> Now { get; } = [];

        public List<int> Most { get; } = [];

        public bool IsChanged { get; set; }
    }
}
