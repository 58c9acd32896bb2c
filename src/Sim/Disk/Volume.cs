using TwoDoors.Model.World;

namespace TwoDoors.Sim.Disk;

/// <summary>One file system: the tree as the running kernel sees it. Callers have checked everything that an errno
/// could say; a call that makes no sense here is a programmer error.</summary>
/// <remarks>Every change is also issued to the disk's log of pending changes: nothing is durable by itself.</remarks>
public sealed partial class Volume
{
    private readonly SimDisk disk;
    private readonly SortedSet<int> freeNumbers = [];
    private readonly Dictionary<int, int> freedBy = [];
    private readonly Dictionary<int, int> madeBy = [];
    private int highestNumber;

    /// <summary>An empty file system on a disk of its own.</summary>
    /// <param name="number">st_dev, at least 1.</param>
    public Volume(int number)
        : this(number, new SimDisk(new DiskOptions(DiskProfile.All[0])), "/")
    {
        Root = Fresh();
        disk.Adopt(this);
    }

    internal Volume(int number, SimDisk disk, FilePath path)
    {
        Number = number;
        this.disk = disk;
        Path = path;
        Root = null!;
    }

    /// <summary>st_dev.</summary>
    public int Number { get; }

    /// <summary>The root directory.</summary>
    public Inode Root { get; private set; }

    /// <summary>Where it is mounted.</summary>
    public FilePath Path { get; }

    /// <summary>How it behaves.</summary>
    internal DiskOptions Options => disk.Options;

    /// <summary>The path of its root for labels, with a slash at its end.</summary>
    internal string MountText => Path.Length == 1 ? "/" : $"{Path}/";

    /// <summary>The newest atom that the journal orders, or -1.</summary>
    internal int LastOrdered { get; set; } = -1;

    /// <summary>How many atoms the journal has ordered.</summary>
    internal int OrderedCount { get; set; }

    /// <summary>Makes an inode and its first name.</summary>
    public Inode Create(
        Inode directory, FilePath name, FileKind kind, int mode, int userId, int groupId, FilePath target = default)
    {
        int number = NextNumber();
        Inode made = new(this, number, kind)
        {
            Target = target,
            Links = kind == FileKind.Directory ? 2 : 1,
            Parent = directory,
            BirthDirectory = directory,
            BirthName = name,
        };
        made.Set([], 0, new Attributes(mode, userId, groupId, 0));
        made.LengthBytes = target.Length;
        EntryUnit entry = Unit(directory, name);
        if (kind == FileKind.Directory)
        {
            made.Identity = entry.Count == 0 ? entry.Mark : entry.Mark.Add(entry.Count);
            directory.Links++;
        }

        directory.Entries.Add(name, made);
        IssueEntry(entry, null, made, freedBy.GetValueOrDefault(number, -1));
        return made;
    }

    /// <summary>Gives a file another name.</summary>
    public void Link(Inode directory, FilePath name, Inode file)
    {
        directory.Entries.Add(name, file);
        file.Links++;
        IssueEntry(Unit(directory, name), null, file, -1);
    }

    /// <summary>Removes a name of a file, or an empty directory.</summary>
    public void Unlink(Inode directory, FilePath name)
    {
        Inode gone = directory.Entries[name];
        directory.Entries.Remove(name);
        IssueEntry(Unit(directory, name), gone, null, -1);
        Drop(directory, gone);
    }

    /// <summary>Moves a name; a taken target name goes in the same step.</summary>
    public void Rename(Inode fromDirectory, FilePath from, Inode toDirectory, FilePath to)
    {
        Inode moved = fromDirectory.Entries[from];
        fromDirectory.Entries.Remove(from);
        toDirectory.Entries.Remove(to, out Inode? replaced);
        toDirectory.Entries.Add(to, moved);
        IssueRename(Unit(toDirectory, to), replaced, Unit(fromDirectory, from), moved);
        if (replaced is not null)
            Drop(toDirectory, replaced);
        Adopt(fromDirectory, toDirectory, moved);
    }

    /// <summary>Two names change places.</summary>
    public void Exchange(Inode fromDirectory, FilePath from, Inode toDirectory, FilePath to)
    {
        Inode first = fromDirectory.Entries[from];
        Inode second = toDirectory.Entries[to];
        fromDirectory.Entries[from] = second;
        toDirectory.Entries[to] = first;
        IssueExchange(Unit(fromDirectory, from), first, Unit(toDirectory, to), second);
        Adopt(fromDirectory, toDirectory, first);
        Adopt(toDirectory, fromDirectory, second);
    }

    /// <summary>Writes bytes; a gap before them reads as zeros.</summary>
    public void Write(Inode file, long offset, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 0)
            return;
        long before = file.LengthBytes;
        int end = checked((int)(offset + bytes.Length));
        MakeRoom(file, Math.Max(end, (int)before));
        bytes.CopyTo(file.Bytes.AsSpan((int)offset));
        file.LengthBytes = Math.Max(before, end);
        IssueWrite(file, offset, end, before);
    }

    /// <summary>Reads bytes.</summary>
    /// <returns>How many; 0 at or past the end.</returns>
    public int Read(Inode file, long offset, Span<byte> buffer)
    {
        int count = (int)Math.Clamp(file.LengthBytes - offset, 0, buffer.Length);
        file.Bytes.AsSpan((int)Math.Min(offset, file.LengthBytes), count).CopyTo(buffer);
        return count;
    }

    /// <summary>Cuts a file, or extends it with zeros.</summary>
    public void SetLength(Inode file, long lengthBytes)
    {
        long before = file.LengthBytes;
        if (lengthBytes == before)
            return;
        int kept = (int)Math.Min(lengthBytes, before);
        byte[] resized = new byte[checked((int)lengthBytes)];
        file.Bytes.AsSpan(0, kept).CopyTo(resized);
        file.Bytes = resized;
        file.OwnsBytes = true;
        file.LengthBytes = lengthBytes;
        file.WasCut |= lengthBytes == 0;
        IssueLength(file, before);
    }

    /// <summary>Sets mode, owner, group and mtime together.</summary>
    public void SetAttributes(Inode file, int mode, int userId, int groupId, long modifiedNanoseconds)
    {
        file.Mode = mode;
        file.UserId = userId;
        file.GroupId = groupId;
        file.ModifiedNanoseconds = modifiedNanoseconds;
        IssueAttributes(file);
    }

    /// <summary>fsync or fdatasync of a file.</summary>
    public void SyncFile(Inode file, bool dataOnly) => disk.SyncFile(this, file, dataOnly);

    /// <summary>fsync of a directory.</summary>
    public void SyncDirectory(Inode directory) => disk.SyncDirectory(this, directory);

    /// <summary>syncfs.</summary>
    public void SyncAll() => disk.SyncAll(this);

    /// <summary>Write-back of a file failed: see <see cref="FsyncFailure"/>.</summary>
    public void FailSync(Inode file) => disk.FailSync(this, file);

    /// <summary>The last handle of an open file that could write was closed.</summary>
    public void Closed(Inode file)
    {
        if (Options.Profile.Network)
            disk.SyncFile(this, file, dataOnly: false);
        else if (file.WasCut && Options.Profile.FlushOnReplace)
            disk.FlushBeforeNext(file);
        file.WasCut = false;
    }

    /// <summary>An empty root, for a load or a first use.</summary>
    internal Inode Fresh()
    {
        highestNumber = 1;
        freeNumbers.Clear();
        freedBy.Clear();
        madeBy.Clear();
        LastOrdered = -1;
        OrderedCount = 0;
        Root = new Inode(this, 1, FileKind.Directory)
        {
            Links = 2,
            Identity = Model.Claims.Fingerprint.Empty.Add(Number),
        };
        Root.Set([], 0, new Attributes(0x1ED, 0, 0, 0));
        return Root;
    }

    /// <summary>An inode of an image.</summary>
    internal Inode Restore(int number, FileKind kind, FilePath target)
    {
        highestNumber = Math.Max(highestNumber, number);
        return new Inode(this, number, kind) { Target = target };
    }

    /// <summary>The unit of persistence of a name.</summary>
    internal static EntryUnit Unit(Inode directory, FilePath name)
    {
        if (directory.Units.TryGetValue(name, out EntryUnit? unit))
            return unit;
        unit = new EntryUnit(directory, name);
        directory.Units.Add(name, unit);
        return unit;
    }

    private static void MakeRoom(Inode file, int end)
    {
        if (file.OwnsBytes && end <= file.Bytes.Length)
            return;
        byte[] grown = new byte[Math.Max(end, 64)];
        file.Bytes.AsSpan(0, (int)file.LengthBytes).CopyTo(grown);
        file.Bytes = grown;
        file.OwnsBytes = true;
    }

    private static void Adopt(Inode fromDirectory, Inode toDirectory, Inode moved)
    {
        if (moved.Kind != FileKind.Directory || fromDirectory == toDirectory)
            return;
        moved.Parent = toDirectory;
        fromDirectory.Links--;
        toDirectory.Links++;
    }

    private void Drop(Inode directory, Inode gone)
    {
        gone.Links -= gone.Kind == FileKind.Directory ? 2 : 1;
        if (gone.Kind == FileKind.Directory)
            directory.Links--;
        if (gone.Links != 0 || !Options.ReuseInodes)
            return;
        freeNumbers.Add(gone.Number);
        freedBy[gone.Number] = disk.AtomCount - 1;
    }

    private int NextNumber()
    {
        if (!Options.ReuseInodes)
        {
            int made = madeBy.GetValueOrDefault(disk.Creator) + 1;
            madeBy[disk.Creator] = made;
            return 100_000 + (disk.Creator * 1000) + made;
        }

        if (freeNumbers.Count == 0)
            return ++highestNumber;
        int number = freeNumbers.Min;
        freeNumbers.Remove(number);
        return number;
    }
}
