using TwoDoors.Model.Claims;
using TwoDoors.Model.Multipath;
using TwoDoors.Model.World;

namespace TwoDoors.Model.Automount;

/// <summary>A room as it is seen from outside.</summary>
internal sealed class RoomView
{
    /// <summary>What its doors show.</summary>
    public SortedDictionary<Door, FilePath> Shown { get; } = [];

    /// <summary>Users in it.</summary>
    public int Users { get; set; }

    /// <summary>Requests without an answer, by door.</summary>
    public SortedDictionary<Door, int> Asked { get; } = [];

    /// <summary>Groups of backups of which something is left.</summary>
    public int Backups { get; set; }

    /// <summary>When its backup was sent SIGTERM; null: not yet.</summary>
    public TimeSpan? TerminatedAt { get; set; }

    /// <summary>Users came in while no backup ran that could have seen what they did.</summary>
    public bool IsChanged { get; set; }

    /// <summary>The running backup began after the last change.</summary>
    public bool SeesAll { get; set; }

    /// <summary>The program of the running backup, or of what is left of it, ended with 0.</summary>
    public bool IsGood { get; set; }

    public RoomView Copy()
    {
        RoomView copy = new()
        {
            Users = Users,
            Backups = Backups,
            TerminatedAt = TerminatedAt,
            IsChanged = IsChanged,
            SeesAll = SeesAll,
            IsGood = IsGood,
        };
        foreach ((Door door, FilePath path) in Shown)
            copy.Shown.Add(door, path);
        foreach ((Door door, int count) in Asked)
            copy.Asked.Add(door, count);
        return copy;
    }

    public Fingerprint AddTo(Fingerprint sum)
    {
        foreach ((Door door, FilePath path) in Shown)
            sum = sum.Add((long)door).Add(path.Bytes);
        foreach ((Door door, int count) in Asked)
            sum = sum.Add((long)door).Add(count);
        return sum.Add(Users).Add(Backups).Add(TerminatedAt?.Ticks ?? -1)
            .Add((IsChanged ? 1L : 0L) + (SeesAll ? 2L : 0L) + (IsGood ? 4L : 0L));
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Shown.Count} open, {Users} in it, {Backups} backing up{(IsChanged ? ", changed" : "")}";
}
