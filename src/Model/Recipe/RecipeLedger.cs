using System.Globalization;
using TwoDoors.Model.Claims;
using TwoDoors.Model.World;

namespace TwoDoors.Model.Recipe;

/// <summary>What the world was promised and given by a recipe. Counts stop at <see cref="CountMax"/>.</summary>
public sealed class RecipeLedger : ILedger
{
    private readonly SortedDictionary<FilePath, List<byte[]?>> promises = [];
    private readonly SortedDictionary<byte[], Delivery> deliveries = new(Comparer<byte[]>.Create(CompareBytes));

    /// <summary>More deliveries than this are counted as this many.</summary>
    public static int CountMax => 3;

    /// <summary>True once anything crashed: what runs from then on is not the first start.</summary>
    public bool HasCrashed { get; private set; }

    /// <summary>Activities that did all their steps since the last start.</summary>
    public int Finished { get; private set; }

    /// <summary>True when recovery was cut short by a failed call since the last start.</summary>
    public bool RecoveryFailed { get; private set; }

    internal static FilePath Promise { get; } = "ack";

    internal static FilePath PromiseAbsent { get; } = "ack absent";

    internal static FilePath Deliver { get; } = "deliver";

    internal static FilePath Settle { get; } = "settle";

    /// <summary>Every delivered content with how often it was delivered, in byte order.</summary>
    public IEnumerable<KeyValuePair<byte[], Delivery>> Deliveries => deliveries;

    /// <summary>What was promised about a path, each text once, the last promise last; null is absence.</summary>
    public IReadOnlyList<byte[]?> Promises(FilePath path) => promises.GetValueOrDefault(path) ?? [];

    /// <summary>How often a content was delivered.</summary>
    public Delivery Delivered(byte[] content) => deliveries.GetValueOrDefault(content);

    /// <inheritdoc/>
    public void Hand(string activity, FilePath channel, FilePath subject, ReadOnlySpan<byte> bytes)
    {
        if (channel == Promise)
            Add(subject, bytes.ToArray());
        else if (channel == PromiseAbsent)
            Add(subject, null);
        else
            Count(channel, bytes.ToArray());
    }

    /// <inheritdoc/>
    public bool Reach<TPoint>(string activity, TPoint point)
        where TPoint : struct, Enum
    {
        if (point is RecipePoint.Finished)
            Finished++;
        RecoveryFailed |= point is RecipePoint.RecoveryFailed;
        return point is RecipePoint.Finished or RecipePoint.RecoveryFailed;
    }

    /// <inheritdoc/>
    public void Crash()
    {
        HasCrashed = true;
        Finished = 0;
        RecoveryFailed = false;
        foreach (byte[] content in new List<byte[]>(deliveries.Keys))
            deliveries[content] = deliveries[content].Excuse(CountMax);
    }

    /// <inheritdoc/>
    public ILedger Copy()
    {
        RecipeLedger copy = new() { HasCrashed = HasCrashed, Finished = Finished, RecoveryFailed = RecoveryFailed };
        foreach (KeyValuePair<FilePath, List<byte[]?>> promised in promises)
            copy.promises.Add(promised.Key, [.. promised.Value]);
        foreach (KeyValuePair<byte[], Delivery> delivered in deliveries)
            copy.deliveries.Add(delivered.Key, delivered.Value);
        return copy;
    }

    /// <inheritdoc/>
    public Fingerprint Fingerprint()
    {
        Fingerprint sum = Claims.Fingerprint.Empty
            .Add((ulong)((HasCrashed ? 1 : 0) + (RecoveryFailed ? 2 : 0)))
            .Add((ulong)Finished);
        foreach (KeyValuePair<FilePath, List<byte[]?>> promised in promises)
        {
            sum = sum.Add(promised.Key.Bytes).Add((ulong)promised.Value.Count);
            foreach (byte[]? text in promised.Value)
                sum = text is null ? sum.Add(ulong.MaxValue) : sum.Add(text.AsSpan());
        }

        foreach (KeyValuePair<byte[], Delivery> delivered in deliveries)
            sum = delivered.Value.AddTo(sum.Add(delivered.Key.AsSpan()));
        return sum;
    }

    /// <inheritdoc/>
    public string Describe()
    {
        List<string> facts = [];
        foreach (KeyValuePair<FilePath, List<byte[]?>> promised in promises)
            facts.Add($"acked {promised.Key}: {Content.Show(promised.Value[^1])}");
        foreach (KeyValuePair<byte[], Delivery> delivered in deliveries)
        {
            string count = delivered.Value.Count.ToString(CultureInfo.InvariantCulture);
            facts.Add($"delivered {count}x {Content.Show(delivered.Key)}");
        }

        return facts.Count == 0 ? "nothing acked" : string.Join("; ", facts);
    }

    private static int CompareBytes(byte[]? left, byte[]? right) => left.AsSpan().SequenceCompareTo(right);

    private void Add(FilePath path, byte[]? text)
    {
        if (!promises.TryGetValue(path, out List<byte[]?>? texts))
            promises.Add(path, texts = []);
        texts.RemoveAll(known => Content.Same(known, text));
        texts.Add(text);
    }

    private void Count(FilePath channel, byte[] content)
    {
        Delivery delivery = deliveries.GetValueOrDefault(content);
        deliveries[content] = channel == Settle ? delivery with { IsOpen = false } : delivery.Once(CountMax);
    }
}

/// <summary>How often one content was delivered.</summary>
/// <param name="Count">Deliveries.</param>
/// <param name="Excused">Crashes between a delivery and its settlement: each excuses one more delivery.</param>
/// <param name="IsOpen">True between a delivery and its settlement.</param>
public readonly record struct Delivery(int Count, int Excused, bool IsOpen)
{
    internal Delivery Once(int max) => this with { Count = Math.Min(Count + 1, max), IsOpen = true };

    internal Delivery Excuse(int max) =>
        IsOpen ? this with { Excused = Math.Min(Excused + 1, max), IsOpen = false } : this;

    internal Fingerprint AddTo(Fingerprint sum) =>
        sum.Add((ulong)((Count * 8) + (Excused * 2) + (IsOpen ? 1 : 0)));
}
