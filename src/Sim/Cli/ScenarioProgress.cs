using TwoDoors.Sim.Explore;

namespace TwoDoors.Sim.Cli;

/// <summary>How far one scenario is. Written by the thread that explores it, read by the one that prints.</summary>
/// <param name="name">The scenario.</param>
/// <param name="time">Measures how long it takes.</param>
internal sealed class ScenarioProgress(string name, TimeProvider time) : IProgressListener
{
    private long started;
    private int state;
    private Moment last = new(default, 0, double.NaN);
    private string doing = "";

    /// <summary>The scenario, and what is tried of it.</summary>
    public string Name => name + Volatile.Read(ref doing);

    /// <summary>True while it is explored.</summary>
    public bool IsRunning => Volatile.Read(ref state) == 1;

    /// <summary>True when it has its verdict.</summary>
    public bool IsDone => Volatile.Read(ref state) == 2;

    /// <summary>What was counted so far.</summary>
    public Counts Counts => Volatile.Read(ref last).Counts;

    /// <summary>States found and not expanded yet.</summary>
    public long Waiting => Volatile.Read(ref last).Waiting;

    /// <summary>About which part of all is explored; not a number where nobody knows.</summary>
    public double Part => Volatile.Read(ref last).Part;

    /// <summary>About how long the rest takes; null where nobody knows.</summary>
    public TimeSpan? Left => TreeEstimate.Left(Part, Elapsed);

    /// <summary>Since it began.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(Volatile.Read(ref started));

    /// <summary>Crash states a second.</summary>
    public double Rate => Counts.Cuts / Math.Max(0.001, Elapsed.TotalSeconds);

    /// <summary>It begins.</summary>
    public void Begin()
    {
        Volatile.Write(ref started, time.GetTimestamp());
        Volatile.Write(ref state, 1);
    }

    /// <summary>It is explored once more, in another form.</summary>
    /// <param name="what">Said after its name.</param>
    public void Try(string what)
    {
        Volatile.Write(ref doing, what);
        Volatile.Write(ref last, new Moment(default, 0, double.NaN));
    }

    /// <summary>It has its verdict.</summary>
    public void End() => Volatile.Write(ref state, 2);

    /// <inheritdoc/>
    public void Report(in Counts counts, int crashes, long waiting, double part = double.NaN) =>
        Volatile.Write(ref last, new Moment(counts, waiting > 0 ? waiting : last.Waiting, part));

    private sealed record Moment(Counts Counts, long Waiting, double Part);
}
