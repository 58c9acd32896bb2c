using TwoDoors.Sim.Choice;

namespace TwoDoors.Sim.Explore.Strategies;

/// <summary>A priority for every activity, drawn when it is first asked for. 0 is none yet.</summary>
internal sealed class PriorityTable
{
    private ulong[] priorities = new ulong[16];

    /// <summary>Forgets all.</summary>
    public void Clear() => Array.Clear(priorities);

    /// <summary>Forgets one: the next one who asks gets a new one.</summary>
    public void Forget(int activity)
    {
        if (activity < priorities.Length)
            priorities[activity] = 0;
    }

    /// <summary>Gives an activity this priority.</summary>
    public void Set(int activity, ulong priority)
    {
        MakeRoom(activity);
        priorities[activity] = priority;
    }

    /// <summary>The activity's priority, drawn from the upper half of all numbers if it has none.</summary>
    public ulong Of(int activity, SplitMix64 random)
    {
        MakeRoom(activity);
        ref ulong priority = ref priorities[activity];
        if (priority == 0)
            priority = random.Next() | (1UL << 63);
        return priority;
    }

    /// <summary>The index of the activity with the highest priority.</summary>
    public int Highest(IScheduling point, SplitMix64 random)
    {
        int best = 0;
        ulong highest = 0;
        int count = point.Count;
        for (int i = 0; i < count; i++)
        {
            ulong priority = Of(point[i], random);
            if (priority > highest)
            {
                highest = priority;
                best = i;
            }
        }

        return best;
    }

    private void MakeRoom(int activity)
    {
        if (activity >= priorities.Length)
            Array.Resize(ref priorities, Math.Max(activity + 1, priorities.Length * 2));
    }
}
