using TwoDoors.Model.World;

namespace TwoDoors.Real.Posix;

/// <summary>CLOCK_MONOTONIC. Waiting blocks the thread, so that an activity never leaves the thread it has.</summary>
public sealed class PosixClock : IClock
{
    /// <inheritdoc/>
    public TimeSpan Now => TimeProvider.System.GetElapsedTime(0);

    /// <inheritdoc/>
    public ValueTask WaitUntil(TimeSpan time)
    {
        Sleep(time);
        return ValueTask.CompletedTask;
    }

    private void Sleep(TimeSpan until)
    {
        // Thread.Sleep counts whole milliseconds: rounding up keeps it from spinning through the last one.
        for (TimeSpan wait = until - Now; wait > TimeSpan.Zero; wait = until - Now)
            Thread.Sleep((int)Math.Min(int.MaxValue, Math.Ceiling(wait.TotalMilliseconds)));
    }
}
