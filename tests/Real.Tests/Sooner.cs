using System.Diagnostics;

namespace TwoDoors.Real.Tests;

/// <summary>Waits for another process.</summary>
internal static class Sooner
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Times to wait, up to 40 ms, the same in every run.</summary>
    public static IEnumerable<TimeSpan> Instants(uint seed, int count)
    {
        // The multiplier of Numerical Recipes; the upper bits are the random ones.
        for (uint state = seed; count > 0; count--)
        {
            state = unchecked((state * 1664525) + 1013904223);
            yield return TimeSpan.FromMilliseconds(state >> 16) / 1638;
        }
    }

    /// <summary>Returns as soon as it is so; a test fails that would wait for ever.</summary>
    public static void When(Func<bool> isSo)
    {
        long start = Stopwatch.GetTimestamp();
        while (!isSo())
        {
            if (Stopwatch.GetElapsedTime(start) > Patience)
                throw new TimeoutException("The other process never came so far.");
            Thread.Sleep(1);
        }
    }
}
