using TwoDoors.Model.Claims;
using TwoDoors.Model.World;

namespace TwoDoors.Sim.Disk;

/// <summary>A file as the running kernel sees it: the volatile side. Changed by <see cref="Volume"/> alone.</summary>
/// <remarks>Objects are used again when the disk is loaded: nobody may keep one over a crash of the host.</remarks>
public sealed class Inode
{
    private byte[] own = [];

    internal Inode(Volume volume)
    {
        Volume = volume;
        Parent = this;
        Bytes = own;
    }

    /// <summary>Its file system.</summary>
    public Volume Volume { get; }

    /// <summary>Number on its file system, at least 1.</summary>
    public int Number { get; private set; }

    /// <summary>What it is.</summary>
    public FileKind Kind { get; private set; }

    /// <summary>Permission bits.</summary>
    public int Mode { get; internal set; }

    /// <summary>Owner.</summary>
    public int UserId { get; internal set; }

    /// <summary>Group.</summary>
    public int GroupId { get; internal set; }

    /// <summary>Names of a file; for a directory 2 and one for each subdirectory.</summary>
    public int Links { get; internal set; }

    /// <summary>mtime, where somebody set it.</summary>
    public long ModifiedNanoseconds { get; internal set; }

    /// <summary>Size of a regular file.</summary>
    public long LengthBytes { get; internal set; }

    /// <summary>Target of a symbolic link.</summary>
    public FilePath Target { get; private set; }

    /// <summary>The directory that names this directory; the root's parent is the root.</summary>
    public Inode Parent { get; internal set; }

    /// <summary>The entries of a directory in byte order of their names; empty for files.</summary>
    public NameTable<Inode> Entries { get; } = new();

    /// <summary>The bytes, at least <see cref="LengthBytes"/> of them, zeros behind them; they belong to the image
    /// until the first write.</summary>
    internal byte[] Bytes { get; private set; }

    /// <summary>What the disk held of it when the host started; null for a newer file.</summary>
    internal InodeImage? Image { get; private set; }

    /// <summary>Of a directory: its path when it was made, and a count where one path was made twice.</summary>
    internal Fingerprint Identity { get; set; }

    /// <summary>The directory in which it was made, and its first name: for labels.</summary>
    internal Inode? BirthDirectory { get; set; }

    internal FilePath BirthName { get; set; }

    /// <summary>Of a directory: every name that was changed since the host started.</summary>
    internal NameTable<NameUnit> Units { get; } = new();

    /// <summary>Of a file: its sectors, as far as they were touched since the host started.</summary>
    internal SectorTable Sectors { get; } = new();

    internal int LastLength { get; set; }

    internal int LastAttributes { get; set; }

    /// <summary>How often its length was changed since the host started.</summary>
    internal int LengthCount { get; set; }

    /// <summary>How often its attributes were changed since the host started.</summary>
    internal int AttributesCount { get; set; }

    /// <summary>True when a change of one of its names was issued since the host started.</summary>
    internal bool NamesChanged { get; set; }

    /// <summary>Cut to nothing since it was opened: some file systems flush at close then.</summary>
    internal bool WasCut { get; set; }

    /// <summary>What is known of it without the atoms of <see cref="Component"/>.</summary>
    internal ref InodeState Settled => ref settled;

    /// <summary>The atoms that it depends on, where any are pending; and its place there.</summary>
    internal Component? Component { get; set; }

    internal int Slot { get; set; }

    /// <summary>Scratch: where it stands in the image that is being built, from 1.</summary>
    internal int ImagePlace { get; set; }

    /// <summary>Scratch: its state in a crash state that is put together by hand.</summary>
    internal ref InodeState Scratch => ref scratch;

    /// <summary>Mode, owner and time of now.</summary>
    internal Attributes Attributes => new(Mode, UserId, GroupId, ModifiedNanoseconds);

    /// <summary>When the host started, or when it was made.</summary>
    internal ref readonly InodeState Initial => ref initial;

    private InodeState initial;
    private InodeState settled;
    private InodeState scratch;
    private bool hasScratch;

    /// <summary>It becomes what an image says.</summary>
    internal void Load(InodeImage image)
    {
        Clear(image.Number, image.Kind, image.Target);
        Image = image;
        Identity = image.Identity;
        Bytes = image.Bytes;
        LengthBytes = image.Kind == FileKind.SymbolicLink ? image.Target.Length : image.Bytes.Length;
        Set(image.Attributes);
        FirstAttributes = image.Attributes;
        Links = image.Kind == FileKind.Directory ? 2 + image.Subdirectories : image.State.NameCount;
        initial = image.State;
        settled = initial;
    }

    /// <summary>It becomes a new file without a name.</summary>
    internal void Make(int number, FileKind kind, in Attributes attributes, FilePath target, in Fingerprint empty)
    {
        Clear(number, kind, target);
        Image = null;
        Bytes = [];
        LengthBytes = target.Length;
        Set(attributes);
        FirstAttributes = attributes;
        initial = new InodeState
        {
            Attributes = attributes.Hash(kind, VisibleNumber),
            Content = kind == FileKind.SymbolicLink ? Fingerprint.Empty.Add(target.Bytes) : empty,
        };
        settled = initial;
    }

    internal void Set(in Attributes attributes)
    {
        Mode = attributes.Mode;
        UserId = attributes.UserId;
        GroupId = attributes.GroupId;
        ModifiedNanoseconds = attributes.SetTime;
    }

    /// <summary>The number; 0 where the scenario says that nobody looks at numbers.</summary>
    internal int VisibleNumber => Volume.Options.IgnoreInodeNumbers ? 0 : Number;

    /// <summary>Scratch: the attributes that a crash state shows, if it shows changed ones.</summary>
    internal Attributes? ViewedAttributes { get; set; }

    /// <summary>When the host started, or when it was made.</summary>
    internal Attributes FirstAttributes { get; private set; }

    /// <summary>Begins <see cref="Scratch"/>.</summary>
    internal void BeginScratch()
    {
        scratch = initial;
        hasScratch = true;
    }

    internal void ScratchName(in Fingerprint mark, bool there)
    {
        scratch.Names = there ? scratch.Names.Plus(mark) : scratch.Names.Minus(mark);
        scratch.NameCount += there ? 1 : -1;
    }

    /// <summary>Ends <see cref="Scratch"/>.</summary>
    /// <returns>What the inode adds to the fingerprint of the image; nothing the second time.</returns>
    internal Fingerprint EndScratch(PendingLog log)
    {
        if (!hasScratch)
            return default;
        hasScratch = false;
        if (Sectors.ChangeCount > 0)
            scratch.Content = Contents.Of(log, this);
        return scratch.Term().Minus(initial.Term());
    }

    /// <summary>Nothing that was issued counts as known.</summary>
    internal void Unsettle()
    {
        settled = initial;
        Component = null;
    }

    /// <summary>Makes the bytes its own, with room for so many, zeros behind the length.</summary>
    internal void Reserve(int length)
    {
        if (ReferenceEquals(Bytes, own) && length <= own.Length && own.Length > 0)
            return;
        byte[] before = Bytes;
        int kept = (int)LengthBytes;
        bool shared = ReferenceEquals(before, own);
        if (length > own.Length)
            own = new byte[Math.Max(64, Math.Max(length, shared ? own.Length * 2 : 0))];
        before.AsSpan(0, kept).CopyTo(own);
        own.AsSpan(kept).Clear();
        Bytes = own;
    }

    private void Clear(int number, FileKind kind, FilePath target)
    {
        Number = number;
        Kind = kind;
        Target = target;
        Parent = this;
        Entries.Clear();
        Units.Clear();
        Sectors.Clear();
        BirthDirectory = null;
        LastLength = -1;
        LastAttributes = -1;
        LengthCount = 0;
        AttributesCount = 0;
        WasCut = false;
        NamesChanged = false;
        Component = null;
        ImagePlace = 0;
        ViewedAttributes = null;
        if (own.Length > 1 << 16)
            own = [];
    }
}
