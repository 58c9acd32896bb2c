using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Explore.Resume;

namespace TwoDoors.Sim.Tests.Explore.Resume;

/// <summary>Keeps states in memory, and stops an exploration at every so manieth.</summary>
/// <param name="earlier">Where to go on.</param>
/// <param name="stopAt">At which state to stop; 0 for none.</param>
internal sealed class StoppingKeeper(byte[]? earlier, int stopAt) : IStateKeeper, IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private int saved;

    public byte[]? Earlier { get; } = earlier;

    public byte[]? Last { get; private set; } = earlier;

    public bool IsWanted => true;

    public ExploreControl Control => new() { Keeper = this, Stop = stop.Token };

    public void Save(byte[] state)
    {
        Last = state;
        if (++saved == stopAt)
            stop.Cancel();
    }

    public void Dispose() => stop.Dispose();
}

/// <summary>Explores in many sessions, each of which knows nothing but the state that the one before it left.</summary>
internal static class Sessions
{
    /// <summary>The verdict of the last session.</summary>
    /// <param name="explore">One session; the last one is whole.</param>
    /// <param name="isWhole">Tells it.</param>
    /// <param name="stopAt">At which state each is stopped.</param>
    /// <param name="count">How many there were.</param>
    public static Verdict Run(
        Func<ExploreControl, Verdict> explore, Func<Verdict, bool> isWhole, int stopAt, out int count)
    {
        byte[]? state = null;
        for (count = 1; ; count++)
        {
            using StoppingKeeper keeper = new(state, stopAt);
            Verdict verdict = explore(keeper.Control);
            if (isWhole(verdict))
                return verdict;
            state = keeper.Last;
        }
    }

    /// <summary>Everything that a verdict says, and how the exploration went.</summary>
    public static string Text(Verdict verdict) =>
        $"{Spooled.Text(verdict)} {verdict.Counts} {verdict.Executions} "
        + string.Join(' ', verdict.Progression.Samples) + string.Join(' ', verdict.Progression.Firsts);
}
