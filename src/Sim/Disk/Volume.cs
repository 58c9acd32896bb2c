using TwoDoors.Model.Claims;
using TwoDoors.Model.World;

namespace TwoDoors.Sim.Disk;

/// <summary>One file system: the tree as the running kernel sees it. Callers have checked everything that an errno
/// could say; a call that makes no sense here is a programmer error.</summary>
/// <remarks>Every change is also issued to the disk's log of pending changes: nothing is durable by itself.</remarks>
public sealed partial class Volume
{
    private readonly SimDisk disk;
    private readonly List<Inode> inodes = [];
    private readonly InodeNumbers numbers = new();
    private int inodeCount;

    /// <summary>An empty file system on a disk of its own.</summary>
    /// <param name="number">st_dev, at least 1.</param>
    public Volume(int number)
        : this(number, new SimDisk(new DiskOptions(DiskProfile.All[0])), "/"u8)
    {
        Format();
        disk.Adopt(this);
    }

    internal Volume(int number, SimDisk disk, FilePath path)
    {
        Number = number;
        this.disk = disk;
        Path = path;
        Root = NextInode();
    }

    /// <summary>st_dev.</summary>
    public int Number { get; }

    /// <summary>The root directory.</summary>
    public Inode Root { get; }

    /// <summary>Where it is mounted.</summary>
    public FilePath Path { get; }

    /// <summary>How it behaves.</summary>
    internal DiskOptions Options => disk.Options;

    /// <summary>The newest atom that the journal orders, or -1.</summary>
    internal int LastOrdered { get; set; }

    /// <summary>How many atoms the journal has ordered.</summary>
    internal int OrderedCount { get; set; }

    /// <summary>Atoms that the next ordered one waits for.</summary>
    internal List<int> FlushFirst { get; } = [];

    /// <summary>Makes an inode and its first name.</summary>
    public Inode Create(
        Inode directory, FilePath name, FileKind kind, int mode, int userId, int groupId, FilePath target = default)
    {
        NameUnit unit = disk.Log.Unit(directory, name);
        int number = numbers.Next(Options.ReuseInodes, unit.Mark.Low, out int freed);
        Inode made = NextInode();
        made.Make(number, kind, new Attributes(mode, userId, groupId, 0), target, Contents.Empty);
        made.Links = kind == FileKind.Directory ? 2 : 1;
        made.BirthDirectory = directory;
        made.BirthName = name;
        if (kind == FileKind.Directory)
        {
            made.Parent = directory;
            made.Identity = unit.Count == 0 ? unit.Mark : unit.Mark.Add(unit.Count);
            directory.Links++;
        }

        directory.Entries.Add(name, made);
        IssueEntry(unit, null, made, freed);
        return made;
    }

    /// <summary>Gives a file another name.</summary>
    public void Link(Inode directory, FilePath name, Inode file)
    {
        directory.Entries.Add(name, file);
        file.Links++;
        IssueEntry(disk.Log.Unit(directory, name), null, file, -1);
    }

    /// <summary>Removes a name of a file, or an empty directory.</summary>
    public void Unlink(Inode directory, FilePath name)
    {
        Inode gone = Removed(directory, name)
            ?? throw new ArgumentException($"there is no name {name} to remove", nameof(name));
        IssueEntry(disk.Log.Unit(directory, name), gone, null, -1);
        Drop(directory, gone);
    }

    /// <summary>Moves a name; a taken target name goes in the same step.</summary>
    public void Rename(Inode fromDirectory, FilePath from, Inode toDirectory, FilePath to)
    {
        Inode moved = Removed(fromDirectory, from)
            ?? throw new ArgumentException($"there is no name {from} to move", nameof(from));
        Inode? replaced = Removed(toDirectory, to);
        toDirectory.Entries.Add(to, moved);
        IssueRename(disk.Log.Unit(toDirectory, to), replaced, disk.Log.Unit(fromDirectory, from), moved);
        if (replaced is not null)
            Drop(toDirectory, replaced);
        Adopt(fromDirectory, toDirectory, moved);
    }

    /// <summary>Two names change places.</summary>
    public void Exchange(Inode fromDirectory, FilePath from, Inode toDirectory, FilePath to)
    {
        Inode first = fromDirectory.Entries.Get(from);
        Inode second = toDirectory.Entries.Get(to);
        fromDirectory.Entries.Replace(from, second);
        toDirectory.Entries.Replace(to, first);
        IssueExchange(disk.Log.Unit(fromDirectory, from), first, disk.Log.Unit(toDirectory, to), second);
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
        file.Reserve(Math.Max(end, (int)before));
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
        file.Reserve(checked((int)Math.Max(lengthBytes, before)));
        if (lengthBytes < before)
            file.Bytes.AsSpan((int)lengthBytes, (int)(before - lengthBytes)).Clear();
        file.LengthBytes = lengthBytes;
        if (lengthBytes == 0)
            MarkCut(file, cut: true);
        IssueLength(file, before);
    }

    /// <summary>Sets mode, owner, group and mtime together.</summary>
    public void SetAttributes(Inode file, int mode, int userId, int groupId, long modifiedNanoseconds)
    {
        file.Set(new Attributes(mode, userId, groupId, modifiedNanoseconds));
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
        if (Profile.Network)
            disk.SyncFile(this, file, dataOnly: false);
        else if (file.WasCut && Profile.FlushOnReplace && Profile.MetadataOrdered)
            disk.FlushBeforeNext(file);
        MarkCut(file, cut: false);
    }

    /// <summary>An empty root: a file system as it was made.</summary>
    internal void Format()
    {
        Forget();
        Root.Make(1, FileKind.Directory, new Attributes(0x1ED, 0, 0, 0), default, default);
        Root.Links = 2;
        Root.Identity = RootIdentity;
    }

    /// <summary>The file system is what the image says.</summary>
    internal void Load(VolumeImage image)
    {
        Forget();
        InodeImage[] images = image.Inodes;
        while (inodes.Count < images.Length)
            inodes.Add(new Inode(this));
        inodeCount = images.Length;
        for (int i = 0; i < images.Length; i++)
            inodes[i].Load(images[i]);
        for (int i = 0; i < images.Length; i++)
        {
            FilePath[] names = images[i].Names;
            int[] named = images[i].Named;
            Inode directory = inodes[i];
            for (int entry = 0; entry < names.Length; entry++)
            {
                Inode inode = inodes[named[entry]];
                directory.Entries.Append(names[entry], inode);
                if (inode.Kind == FileKind.Directory)
                    inode.Parent = directory;
            }
        }

        numbers.Take(inodes, inodeCount, Options.ReuseInodes);
    }

    /// <summary>Which of the numbers are looked at when a name is made: two creations that look at none in common get
    /// the same numbers in either order.</summary>
    internal (long First, long Last) NumberParts(Inode directory, FilePath name) =>
        InodeNumbers.PartsOf(Options.ReuseInodes, directory.Identity.Add(name.Bytes).Low);

    /// <summary>The inode that an image has at a place.</summary>
    internal Inode At(int place) => inodes[place];

    /// <summary>The first name of an inode that was there when the host started.</summary>
    internal (Inode Directory, FilePath Name) FirstName(Inode inode)
    {
        for (int i = 0; i < inodeCount; i++)
        {
            if (inodes[i].Image is not { } image)
                continue;
            for (int entry = 0; entry < image.Names.Length; entry++)
            {
                if (inodes[image.Named[entry]] == inode)
                    return (inodes[i], image.Names[entry]);
            }
        }

        throw new ArgumentException("the inode has no name: it belongs to an image that is not loaded", nameof(inode));
    }

    internal Fingerprint RootIdentity => Fingerprint.Empty.Add(Number);

    private static void Adopt(Inode fromDirectory, Inode toDirectory, Inode moved)
    {
        if (moved.Kind != FileKind.Directory || fromDirectory == toDirectory)
            return;
        moved.Parent = toDirectory;
        fromDirectory.Links--;
        toDirectory.Links++;
    }

    private void MarkCut(Inode file, bool cut)
    {
        if (file.WasCut == cut)
            return;
        file.WasCut = cut;
        if (Profile.FlushOnReplace && Profile.MetadataOrdered)
            disk.NoteCut(file);
    }

    private static Inode? Removed(Inode directory, FilePath name) => directory.Entries.Remove(name);

    private void Forget()
    {
        inodeCount = 1;
        numbers.Clear();
        LastOrdered = -1;
        OrderedCount = 0;
        FlushFirst.Clear();
    }

    private Inode NextInode()
    {
        if (inodeCount == inodes.Count)
            inodes.Add(new Inode(this));
        return inodes[inodeCount++];
    }

    private void Drop(Inode directory, Inode gone)
    {
        gone.Links -= gone.Kind == FileKind.Directory ? 2 : 1;
        if (gone.Kind == FileKind.Directory)
            directory.Links--;
        if (gone.Links == 0 && Options.ReuseInodes)
            numbers.Free(gone.Number, disk.AtomCount - 1);
    }
}
