using TwoDoors.Sim.Choice;

namespace TwoDoors.Sim.Explore.Strategies;

/// <summary>Selectively uniform random walk: each execution draws one shared object, and the order of the steps that
/// touch it is uniform over all orders; everything else happens in an order of random priorities.</summary>
/// <remarks>Source: Zhao, Wolff, Mathur, Roychoudhury, "Selectively Uniform Concurrency Testing", ASPLOS 2025. Objects
/// are drawn in proportion to how often they are touched. Whose turn it is to touch the object is drawn beforehand, in
/// proportion to the touches left; all others who come to stand before it are held until then.</remarks>
internal sealed class SelectiveWalk : SeededStrategy, IProfiled
{
    private readonly PriorityTable priorities = new();
    private readonly HeldActivities held = new();
    private RemainingSteps[] remainingOf = [];
    private RunProfile profile = RunProfile.Empty;
    private RemainingSteps remaining = new();
    private long watched;
    private int turn;
    private int last;

    /// <inheritdoc/>
    public void Learn(RunProfile profile)
    {
        this.profile = profile;
        remainingOf = new RemainingSteps[profile.Objects.Count];
        for (int i = 0; i < remainingOf.Length; i++)
        {
            remainingOf[i] = new RemainingSteps();
            remainingOf[i].Learn(profile.Objects[i].Steps, profile.Makers);
        }
    }

    /// <inheritdoc/>
    public override void Begin(ulong seed, long execution)
    {
        base.Begin(seed, execution);
        priorities.Clear();
        held.Clear();
        turn = -1;
        last = -1;
        watched = -1;
        if (remainingOf.Length == 0)
            return;
        int drawn = Random.Below(profile.Objects.Sum(one => one.Total));
        int index = 0;
        while (drawn >= profile.Objects[index].Total)
            drawn -= profile.Objects[index++].Total;
        watched = profile.Objects[index].Object;
        remaining = remainingOf[index];
        remaining.Restart();
    }

    /// <inheritdoc/>
    public override int Choose(IScheduling point)
    {
        if (last >= 0 && watched >= 0)
            GiveToMade(point);
        while (true)
        {
            int chosen = Highest(point);
            if (chosen < 0)
            {
                // Whose turn it is cannot run: somebody else has to make way first.
                turn = -1;
                held.Clear();
                continue;
            }

            last = point[chosen];
            if (watched >= 0 && Touches(point.PendingAt(chosen)))
            {
                remaining.AtLeastOne(last);
                if (turn < 0)
                    turn = point[remaining.Draw(point, Random, held)];
                if (turn != last)
                {
                    HoldOthers(point);
                    continue;
                }

                remaining.Made(last);
                turn = -1;
                held.Clear();
            }

            priorities.Forget(last);
            return chosen;
        }
    }

    /// <summary>All who stand before the object wait for the one whose turn it is.</summary>
    private void HoldOthers(IScheduling point)
    {
        int count = point.Count;
        for (int i = 0; i < count; i++)
        {
            int activity = point[i];
            if (activity != turn && !held.Has(activity) && Touches(point.PendingAt(i)))
                held.Add(activity);
        }
    }

    /// <summary>An activity that was made takes its part of its maker's steps, and of the chance that it is its maker's
    /// turn.</summary>
    private void GiveToMade(IScheduling point)
    {
        while (true)
        {
            int before = remaining.Of(last);
            int made = remaining.NextMade(point, last);
            if (made < 0)
                return;
            if (turn == last && before > 0 && Random.Below(before) < remaining.Of(made))
                turn = made;
        }
    }

    private bool Touches(in Footprint footprint)
    {
        for (int i = 0; i < footprint.Count; i++)
        {
            if (footprint[i].Object == watched)
                return true;
        }

        return false;
    }

    private int Highest(IScheduling point)
    {
        int best = -1;
        ulong highest = 0;
        int count = point.Count;
        for (int i = 0; i < count; i++)
        {
            int activity = point[i];
            if (held.Has(activity))
                continue;
            ulong priority = priorities.Of(activity, Random);
            if (priority > highest)
            {
                highest = priority;
                best = i;
            }
        }

        return best;
    }
}
