using TwoDoors.Model.Claims;
using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Explore.Strategies;
using TwoDoors.Sim.Kernel;
using TwoDoors.Sim.Kernel.Files;

namespace TwoDoors.Sim.Explore;

/// <summary>A host as strategies see it.</summary>
internal sealed class HostScheduling : IScheduling
{
    // Objects of files have a facet in their lowest byte; these have bits that no file has.
    private const long OutsideObject = long.MinValue;
    private const long ClockObject = long.MinValue + 1;

    private readonly AccessList accesses = new();

    /// <summary>The host.</summary>
    public Machine Machine { get; set; } = null!;

    /// <inheritdoc/>
    public int Count => Machine.Runnable.Count;

    /// <inheritdoc/>
    public int Continuing
    {
        get
        {
            for (int i = 0; i < Machine.Runnable.Count; i++)
            {
                if (Machine.Runnable[i] == Machine.Continuing)
                    return i;
            }

            return -1;
        }
    }

    /// <inheritdoc/>
    public int this[int index] => Machine.Runnable[index].Index;

    /// <inheritdoc/>
    /// <remarks>That a crash may come between two calls matters: what is durable then counts.</remarks>
    public Footprint PendingAt(int index)
    {
        Activity activity = Machine.Runnable[index];
        switch (activity.PendingOther.Kind)
        {
            case OtherCallKind.Hand:
                return Footprint.Of(new Access(OutsideObject, 0, AccessKind.Write));
            case OtherCallKind.Wait:
                return Footprint.Of(new Access(ClockObject, 0, AccessKind.Write));
            default:
                accesses.Clear();
                activity.Calls.Foresee(activity.Pending, crashes: true, accesses);
                return accesses.ToFootprint();
        }
    }

    /// <inheritdoc/>
    public int MakerOf(int activity)
    {
        foreach (Activity one in Machine.Activities)
        {
            if (one.Index == activity)
                return one.Maker;
        }

        return -1;
    }

    /// <inheritdoc/>
    public bool IsMade(int activity)
    {
        foreach (Activity one in Machine.Activities)
        {
            if (one.Index >= activity)
                return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public Fingerprint StateFingerprint() => Machine.StateFingerprint();
}
