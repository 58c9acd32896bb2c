using TwoDoors.Real.Linux;

namespace TwoDoors.Real.Posix;

/// <summary>Sends this process a signal when a protocol reaches a point: how tests cut a real run where they
/// want.</summary>
/// <remarks>Written <c>POINT</c> or <c>POINT:N</c>, such as <c>CopiesDurable:2</c> for the second time it is
/// reached.</remarks>
public sealed class PointSignal
{
    private static readonly TimeSpan Settled = TimeSpan.FromMilliseconds(100);

    private readonly string point;
    private readonly int signal;
    private int remaining;

    private PointSignal(string point, int times, int signal)
    {
        this.point = point;
        this.signal = signal;
        remaining = times;
    }

    /// <summary>SIGKILL at a point, null where the text is not of that form.</summary>
    public static PointSignal? Kill(string text) => Parse(text, Bits.SignalKill);

    /// <summary>SIGSTOP at a point, so that a test may change the world while the process is between two calls;
    /// null where the text is not of that form.</summary>
    public static PointSignal? Stop(string text) => Parse(text, Bits.SignalStop);

    /// <summary>Sends the signal if this is the point and the time.</summary>
    public void Reached(string name)
    {
        if (name != point || Interlocked.Decrement(ref remaining) != 0)
            return;
        _ = Libc.Kill(Libc.ProcessNumber(), signal);

        // kill may return before this thread has stopped: it must not make another call.
        Thread.Sleep(Settled);
    }

    private static PointSignal? Parse(string text, int signal)
    {
        string[] parts = text.Split(':');
        int times = 1;
        bool counts = parts.Length == 1 || (parts.Length == 2 && int.TryParse(parts[1], out times) && times > 0);
        return counts && parts[0].Length > 0 ? new PointSignal(parts[0], times, signal) : null;
    }
}
