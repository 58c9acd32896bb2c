using System.Runtime.InteropServices;
using TwoDoors.Model.Claims;
using TwoDoors.Model.World;

namespace TwoDoors.Model.Spool;

/// <summary>What the next hops of all queues have received, message by message.</summary>
/// <remarks>Messages are recognised by their bytes, as the next hop would: what is not one of them is corrupt. Counts
/// are capped at 3: a fourth delivery breaks no claim that the third did not.</remarks>
public sealed class SpoolLedger : ILedger
{
    private const int CountMax = 3;

    private readonly IReadOnlyList<FilePath> queues;
    private readonly IReadOnlyList<byte[]> bodies;
    private readonly Tally[] tallies;
    private readonly byte[] corrupt;
    private readonly List<LastHanded> lasts = [];

    /// <summary>A ledger that knows what is to come.</summary>
    /// <param name="queues">The destinations.</param>
    /// <param name="bodies">The messages, all different.</param>
    public SpoolLedger(IReadOnlyList<FilePath> queues, IReadOnlyList<byte[]> bodies)
        : this(queues, bodies, new Tally[queues.Count * bodies.Count], new byte[queues.Count])
    {
    }

    private SpoolLedger(IReadOnlyList<FilePath> queues, IReadOnlyList<byte[]> bodies, Tally[] tallies, byte[] corrupt)
    {
        this.queues = queues;
        this.bodies = bodies;
        this.tallies = tallies;
        this.corrupt = corrupt;
    }

    /// <summary>The destinations.</summary>
    public IReadOnlyList<FilePath> Queues => queues;

    /// <summary>How many messages there are.</summary>
    public int MessageCount => bodies.Count;

    /// <summary>True after a failed commit, until the next crash: the spool rightly stands still.</summary>
    public bool Stopped { get; private set; }

    /// <summary>True once recovery has met what R6.2 calls a catastrophe.</summary>
    public bool Catastrophe { get; private set; }

    /// <summary>Times a queue's next hop has got a message.</summary>
    public int Delivered(int queue, int message) => tallies[At(queue, message)].Delivered;

    /// <summary>Duplicates that are nobody's fault: the consumer crashed between handing over and its fsync.</summary>
    public int Excused(int queue, int message) => tallies[At(queue, message)].Excused;

    /// <summary>Times a queue's next hop has got what is no message.</summary>
    public int Corrupt(int queue) => corrupt[queue];

    /// <inheritdoc/>
    public void Hand(string activity, FilePath channel, FilePath subject, ReadOnlySpan<byte> bytes)
    {
        int queue = IndexOf(channel);
        int message = Recognise(bytes);
        Forget(activity);
        if (message < 0)
        {
            corrupt[queue] = Capped(corrupt[queue]);
            return;
        }

        ref Tally tally = ref tallies[At(queue, message)];
        tally = tally with { Delivered = Capped(tally.Delivered), IsInDoubt = true };
        lasts.Add(new LastHanded(activity, At(queue, message)));
    }

    /// <inheritdoc/>
    public bool Reach<TPoint>(string activity, TPoint point)
        where TPoint : struct, Enum
    {
        if (point is ConsumerPoint.Settled)
        {
            if (Forget(activity) is int settled)
                tallies[settled] = tallies[settled] with { IsInDoubt = false };
            return true;
        }

        bool stops = point is F1Point.Stopped or F3Point.Stopped or AsWrittenPoint.Stopped;
        Stopped |= stops;
        Catastrophe |= point is AsWrittenPoint.CatastropheMet;
        return stops || point is AsWrittenPoint.CatastropheMet;
    }

    /// <inheritdoc/>
    public void Crash()
    {
        for (int at = 0; at < tallies.Length; at++)
        {
            if (tallies[at].IsInDoubt)
                tallies[at] = tallies[at] with { Excused = Capped(tallies[at].Excused), IsInDoubt = false };
        }

        lasts.Clear();
        Stopped = false;
    }

    /// <inheritdoc/>
    public ILedger Copy()
    {
        SpoolLedger copy = new(queues, bodies, [.. tallies], [.. corrupt])
        {
            Stopped = Stopped,
            Catastrophe = Catastrophe,
        };
        copy.lasts.AddRange(lasts);
        return copy;
    }

    /// <inheritdoc/>
    public Fingerprint Fingerprint()
    {
        Fingerprint sum = Claims.Fingerprint.Empty.Add((Stopped ? 1UL : 0UL) + (Catastrophe ? 2UL : 0UL));
        foreach (Tally tally in tallies)
            sum = sum.Add((ulong)((tally.Delivered << 8) | (tally.Excused << 1) | (tally.IsInDoubt ? 1 : 0)));
        foreach (byte count in corrupt)
            sum = sum.Add((ulong)count);

        // Who handed over first says nothing of what may follow, so these are a set.
        foreach (LastHanded last in lasts)
        {
            ReadOnlySpan<byte> activity = MemoryMarshal.AsBytes(last.Activity.AsSpan());
            sum = sum.Plus(Claims.Fingerprint.Empty.Add((long)last.At).AddBlocks(activity));
        }

        return sum;
    }

    /// <inheritdoc/>
    public string Describe()
    {
        List<string> words = [];
        for (int queue = 0; queue < queues.Count; queue++)
        {
            for (int message = 0; message < bodies.Count; message++)
                words.Add(DescribeOne(queue, message));
            if (corrupt[queue] > 0)
                words.Add($"{queues[queue]} got {corrupt[queue]} corrupt");
        }

        return string.Join(", ", words.Where(word => word.Length > 0));
    }

    private string DescribeOne(int queue, int message)
    {
        Tally tally = tallies[At(queue, message)];
        if (tally.Delivered == 0)
            return "";
        string excuse = tally.Excused > 0 ? $" ({tally.Excused} excused)" : "";
        string doubt = tally.IsInDoubt ? " (not settled)" : "";
        return $"{queues[queue]} delivered message {message + 1} x{tally.Delivered}{excuse}{doubt}";
    }

    private int? Forget(string activity)
    {
        for (int i = 0; i < lasts.Count; i++)
        {
            if (lasts[i].Activity != activity)
                continue;
            int at = lasts[i].At;
            lasts.RemoveAt(i);
            return at;
        }

        return null;
    }

    private static byte Capped(byte count) => (byte)Math.Min(count + 1, CountMax);

    private int At(int queue, int message) => (queue * bodies.Count) + message;

    private int IndexOf(FilePath channel)
    {
        for (int i = 0; i < queues.Count; i++)
        {
            if (queues[i] == channel)
                return i;
        }

        throw new ArgumentException($"{channel} is no queue of this ledger: was it given to it?", nameof(channel));
    }

    private int Recognise(ReadOnlySpan<byte> bytes)
    {
        for (int i = 0; i < bodies.Count; i++)
        {
            if (bytes.SequenceEqual(bodies[i]))
                return i;
        }

        return -1;
    }

    /// <summary>One message in one queue.</summary>
    /// <param name="Delivered">Times it was handed over.</param>
    /// <param name="Excused">Duplicates that are nobody's fault.</param>
    /// <param name="IsInDoubt">True while what was handed over is not settled.</param>
    private readonly record struct Tally(byte Delivered, byte Excused, bool IsInDoubt);

    /// <summary>What an activity has handed over last and not settled.</summary>
    private readonly record struct LastHanded(string Activity, int At);
}
