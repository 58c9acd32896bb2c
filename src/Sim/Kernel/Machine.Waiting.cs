using TwoDoors.Sim.Kernel.Doors;

namespace TwoDoors.Sim.Kernel;

/// <content>Who waits for something else than a turn.</content>
public sealed partial class Machine
{
    /// <summary>Mounts, programs, automount doors, letters.</summary>
    internal KernelDoors Doors { get; }

    /// <summary>Waits until a condition holds, or until a time, and then for a turn.</summary>
    /// <param name="activity">Who waits.</param>
    /// <param name="call">What it is, for traces.</param>
    /// <param name="ready">Looks at the world and changes nothing; null: at once.</param>
    /// <param name="until">A time at which it goes on all the same; null: never.</param>
    internal async ValueTask Await(Activity activity, OtherCall call, Func<bool>? ready, TimeSpan? until = null)
    {
        activity.Awaits = ready;
        activity.WakeAt = ready is null ? null : until;
        if (!activity.Admit(call))
            await activity.Turn();
        activity.Awaits = null;
        activity.WakeAt = null;
    }

    private static bool CanGoOn(Activity activity) =>
        activity.Awaits is { } ready ? ready() : activity.WakeAt is null;

    /// <summary>All processes of the protocol are gone; users and programs go on.</summary>
    private void KeepOutliving() => activities.RemoveAll(activity => !activity.Outlives);
}
