using TwoDoors.Sim.Choice;

namespace TwoDoors.Sim.Explore.Strategies;

/// <summary>How many steps each activity is expected to have left. Until an activity is made, its steps count as those
/// of its maker.</summary>
internal sealed class RemainingSteps
{
    private int[] start = [];
    private int[] left = [];
    private int[] makers = [];
    private bool[] counted = [];

    /// <summary>Sets what a run starts with.</summary>
    /// <param name="steps">By activity, without those that it makes.</param>
    /// <param name="makersNow">Who makes each activity.</param>
    public void Learn(IReadOnlyList<int> steps, IReadOnlyList<int> makersNow)
    {
        makers = [.. makersNow];
        start = new int[makers.Length];
        left = new int[makers.Length];
        counted = new bool[makers.Length];
        for (int activity = 0; activity < makers.Length; activity++)
        {
            int own = activity < steps.Count ? steps[activity] : 0;
            for (int above = activity; above >= 0; above = makers[above])
                start[above] += own;
        }
    }

    /// <summary>Begins an execution.</summary>
    public void Restart()
    {
        Array.Clear(left);
        start.AsSpan().CopyTo(left);
        for (int activity = 0; activity < makers.Length; activity++)
            counted[activity] = makers[activity] < 0;
    }

    /// <summary>Who makes this activity; -1 for nobody known.</summary>
    public int MakerOf(int activity) => activity < makers.Length ? makers[activity] : -1;

    /// <summary>Finds an activity that was made since the last time: its steps are its own from now on.</summary>
    /// <param name="point">Where the execution stands.</param>
    /// <param name="maker">Who made the last step.</param>
    /// <returns>The activity, or -1.</returns>
    public int NextMade(IScheduling point, int maker)
    {
        for (int activity = 0; activity < makers.Length; activity++)
        {
            if (counted[activity] || makers[activity] != maker || !point.IsMade(activity))
                continue;
            counted[activity] = true;
            left[maker] = Math.Max(0, left[maker] - left[activity]);
            return activity;
        }

        return -1;
    }

    /// <summary>Steps that the activity has left.</summary>
    public int Of(int activity) => activity < left.Length ? left[activity] : 0;

    /// <summary>The activity is about to make such a step, so at least one is left, whatever was expected.</summary>
    public void AtLeastOne(int activity)
    {
        if (activity >= left.Length)
            Array.Resize(ref left, activity + 1);
        if (left[activity] == 0)
            left[activity] = 1;
    }

    /// <summary>The activity made one of its steps.</summary>
    public void Made(int activity)
    {
        if (Of(activity) > 0)
            left[activity]--;
    }

    /// <summary>An index drawn with the weight of what its activity has left.</summary>
    /// <param name="point">Where the execution stands; somebody has something left.</param>
    /// <param name="random">Chance.</param>
    /// <param name="held">Activities that are not to be drawn.</param>
    public int Draw(IScheduling point, SplitMix64 random, HeldActivities held)
    {
        int sum = 0;
        int count = point.Count;
        for (int i = 0; i < count; i++)
            sum += held.Has(point[i]) ? 0 : Of(point[i]);
        int drawn = random.Below(sum);
        for (int i = 0; i < count; i++)
        {
            drawn -= held.Has(point[i]) ? 0 : Of(point[i]);
            if (drawn < 0)
                return i;
        }

        throw new InvalidOperationException("nobody has a step left");
    }
}
