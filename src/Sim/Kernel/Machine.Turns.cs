namespace TwoDoors.Sim.Kernel;

/// <content>Whose turn it is.</content>
public sealed partial class Machine
{
    /// <summary>For a driver, while it decides: it need not be asked about so many further calls of the activity that
    /// it picks now. It is asked all the same once somebody else could go on, or the outside knows more.</summary>
    /// <param name="calls">At least 0.</param>
    public void LetGoOn(int calls) => freeCalls = Recording ? 0 : Math.Min(calls, Math.Max(0, limit - Steps));

    /// <summary>An activity stands before a call. True: its turn, at once.</summary>
    internal bool Admit(Activity activity)
    {
        if (freeCalls > 0 && activities.Count == 1 && activity == Continuing
            && activity is { WakeAt: null, Awaits: null })
        {
            freeCalls--;
            Boundaries++;
            return true;
        }

        if (!settling && !stopped)
        {
            Decision decision = Steps > limit ? new Decision(DecisionKind.Abandon) : Next(activity);
            if (decision.Kind == DecisionKind.Run && runnable[decision.Activity] == activity)
            {
                Take(activity);
                return true;
            }

            decided = decision;
            stopped = true;
        }

        activity.Parked = true;
        activity.ReadySince = Steps;
        return false;
    }

    private void Go(Activity activity)
    {
        Take(activity);
        activity.Resume();
        Continuing = null;
    }

    private void Take(Activity activity)
    {
        Observed.Clear();

        // A write of what is there already would cost the collector's bookkeeping.
        if (Current != activity)
            Current = activity;
        activity.Parked = false;
        if (Continuing != activity)
            Continuing = activity;
        if (Recording)
        {
            activity.LastCall = activity.DescribePending();
            activity.LastResult = null;
        }

        if (activity.WakeAt is TimeSpan wake && !CanGoOn(activity))
        {
            Now = wake > Now ? wake : Now;
            activity.WakeAt = null;
        }
    }

    private Decision Next(Activity? asking)
    {
        Boundaries++;
        freeCalls = 0;
        if (Continuing != asking)
            Continuing = asking;
        if (activities.Count == 1 && asking is { WakeAt: null, Awaits: null })
        {
            ShowOnly(asking);
            return driver.Decide(this);
        }

        runnable.Clear();
        Activity? sleeper = null;
        foreach (Activity activity in activities)
        {
            if (activity != asking && !activity.Parked)
                continue;
            if (CanGoOn(activity))
                runnable.Add(activity);
            else if (activity.WakeAt is not null && (sleeper is null || activity.WakeAt < sleeper.WakeAt))
                sleeper = activity;
        }

        if (sleeper is not null)
            runnable.Add(sleeper);
        return driver.Decide(this);
    }

    private void ShowOnly(Activity activity)
    {
        if (runnable.Count == 1 && runnable[0] == activity)
            return;
        runnable.Clear();
        runnable.Add(activity);
    }
}
