using TwoDoors.Model.Claims;
using TwoDoors.Model.Multipath;
using TwoDoors.Model.World;

namespace TwoDoors.Model.Automount;

/// <summary>What can be seen of an automounter from outside: who is let in, what is shown, what runs. The first breach
/// of each claim about a moment is remembered; no crash makes it undone.</summary>
public sealed partial class AutodirLedger : ILedger, IWitness
{
    private readonly AutodirOptions options;
    private readonly SortedDictionary<string, string> breaches = new(StringComparer.Ordinal);
    private readonly SortedDictionary<FilePath, RoomView> rooms = [];
    private readonly SortedSet<FilePath> locked = [];
    private int asking;

    /// <summary>A ledger that has seen nothing.</summary>
    /// <param name="options">What is served, by which the claims are judged.</param>
    public AutodirLedger(AutodirOptions options) => this.options = options;

    /// <summary>The first breach of a claim, or null.</summary>
    public string? BreachOf(string claim) => breaches.GetValueOrDefault(claim);

    /// <summary>Requests that have no answer.</summary>
    public int Asking => asking;

    /// <summary>Bases with a change that no successful backup has seen.</summary>
    public IEnumerable<FilePath> Changed => rooms.Where(room => room.Value.IsChanged).Select(room => room.Key);

    /// <summary>True once some backup has succeeded.</summary>
    public bool HasBackedUp { get; private set; }

    /// <summary>True once some backup was sent a signal.</summary>
    public bool HasSignalled { get; private set; }

    /// <summary>True once a door was opened while the other one was asked for and its lock was held.</summary>
    public bool HasPassedLock { get; private set; }

    /// <inheritdoc/>
    public void Hand(string activity, FilePath channel, FilePath subject, ReadOnlySpan<byte> bytes)
    {
    }

    /// <inheritdoc/>
    public bool Reach<TPoint>(string activity, TPoint point)
        where TPoint : struct, Enum => false;

    /// <inheritdoc/>
    public void Crash()
    {
    }

    /// <inheritdoc/>
    public ILedger Copy()
    {
        AutodirLedger copy = new(options)
        {
            asking = asking,
            HasBackedUp = HasBackedUp,
            HasSignalled = HasSignalled,
            HasPassedLock = HasPassedLock,
        };
        foreach ((string claim, string breach) in breaches)
            copy.breaches.Add(claim, breach);
        foreach ((FilePath name, RoomView room) in rooms)
            copy.rooms.Add(name, room.Copy());
        copy.locked.UnionWith(locked);
        return copy;
    }

    /// <inheritdoc/>
    public Fingerprint Fingerprint()
    {
        Fingerprint sum = Claims.Fingerprint.Empty.Add((long)breaches.Count).Add(asking)
            .Add((HasBackedUp ? 1L : 0L) + (HasSignalled ? 2L : 0L) + (HasPassedLock ? 4L : 0L));
        foreach (string claim in breaches.Keys)
            sum = sum.Add(System.Text.Encoding.UTF8.GetBytes(claim));
        foreach ((FilePath name, RoomView room) in rooms)
            sum = room.AddTo(sum.Add(name.Bytes));
        foreach (FilePath path in locked)
            sum = sum.Add(path.Bytes);
        return sum;
    }

    /// <inheritdoc/>
    public string Describe()
    {
        string[] words = [.. rooms.Select(room => $"{room.Key}: {room.Value}"), .. breaches.Values];
        return words.Length == 0 ? "nothing happened" : string.Join("; ", words);
    }

    private RoomView RoomOf(FilePath baseName)
    {
        if (!rooms.TryGetValue(baseName, out RoomView? room))
            rooms.Add(baseName, room = new RoomView());
        return room;
    }

    private (RoomView Room, Door Door) DoorOf(FilePath name)
    {
        (FilePath baseName, Door door) = options.Doors.Of(name) ?? (name, Door.Low);
        return (RoomOf(baseName), door);
    }

    private void Breach(string claim, string says) => breaches.TryAdd(claim, says);
}
