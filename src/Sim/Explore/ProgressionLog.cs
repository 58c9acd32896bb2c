using TwoDoors.Sim.Explore.Resume;

namespace TwoDoors.Sim.Explore;

/// <summary>Keeps enough samples for a plot, however long a search takes: when there are too many, every second one
/// goes, and from then on the steps between them are twice as long.</summary>
internal sealed class ProgressionLog
{
    private const int SamplesMax = 256;

    private readonly List<Sample> samples = [];
    private readonly List<FirstBroken> firsts = [];
    private long stride = 1;
    private long next = 1;

    /// <summary>True when a sample at this number of runs would be kept.</summary>
    public bool Wants(long runs) => runs >= next;

    /// <summary>A sample that is wanted; runs never get fewer.</summary>
    public void Add(in Sample sample)
    {
        samples.Add(sample);
        if (samples.Count == SamplesMax)
        {
            for (int i = samples.Count - 1; i > 0; i -= 2)
                samples.RemoveAt(i - 1);
            stride *= 2;
        }

        next = ((sample.Runs / stride) + 1) * stride;
    }

    /// <summary>A claim broke; only the first time counts.</summary>
    public void Broke(string property, long runs)
    {
        if (!firsts.Exists(first => first.Property == property))
            firsts.Add(new FirstBroken(property, runs));
    }

    /// <summary>Writes what <see cref="Read"/> reads.</summary>
    public void Write(StateWriter writer)
    {
        writer.All(samples, sample =>
        {
            writer.Number(sample.Runs);
            writer.Number(sample.States);
            writer.Number(sample.Expanded);
            writer.Number(sample.Cuts);
        });
        writer.All(firsts, first =>
        {
            writer.Text(first.Property);
            writer.Number(first.Runs);
        });
        writer.Number(stride);
        writer.Number(next);
    }

    /// <summary>Goes on from another log.</summary>
    public void Read(StateReader reader)
    {
        samples.AddRange(reader.All(() => Sample(reader)));
        firsts.AddRange(reader.All(() => First(reader)));
        stride = reader.Number();
        next = reader.Number();
    }

    /// <summary>The whole, ended by a last sample.</summary>
    public Progression End(in Sample last)
    {
        if (samples.Count == 0 || samples[^1] != last)
            samples.Add(last);
        return new Progression([.. samples], [.. firsts]);
    }

    private static Sample Sample(StateReader reader)
    {
        long runs = reader.Number();
        long states = reader.Number();
        long expanded = reader.Number();
        return new Sample(runs, states, expanded, reader.Number());
    }

    private static FirstBroken First(StateReader reader)
    {
        string property = reader.Text();
        return new FirstBroken(property, reader.Number());
    }
}
