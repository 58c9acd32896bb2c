using System.Text;
using TwoDoors.Model.Claims;
using TwoDoors.Model.World;

namespace TwoDoors.Sim.Disk;

/// <content>From an image to running file systems, and back after a crash.</content>
public sealed partial class SimDisk
{
    /// <summary>Power on: the file systems are what the image says, and nothing is pending.</summary>
    public void Load(DiskImage image)
    {
        atoms.Clear();
        pending.Clear();
        flushFirst.Clear();
        namesUsed = image.NamesUsed;
        PendingFingerprint = image.Fingerprint;
        while (volumes.Count < image.Volumes.Length)
            volumes.Add(new Volume(volumes.Count + 1, this, image.Volumes[volumes.Count].Path));
        for (int i = 0; i < image.Volumes.Length; i++)
            Load(volumes[i], image.Volumes[i].Inodes);
        view.Clear(image.Fingerprint);
    }

    /// <summary>The image of file systems as they are set up.</summary>
    public static DiskImage Build(IReadOnlyList<MountSetup> mounts, DiskOptions options)
    {
        SimDisk disk = new(options);
        foreach (MountSetup mount in mounts)
        {
            Volume volume = new(disk.volumes.Count + 1, disk, mount.Path);
            volume.Fresh();
            disk.volumes.Add(volume);
        }

        foreach (MountSetup mount in mounts)
        {
            foreach (FilePath path in mount.Directories)
                disk.Setup(path, FileKind.Directory, 0x1ED);
            foreach (KeyValuePair<FilePath, byte[]> file in mount.Files)
            {
                Inode made = disk.Setup(file.Key, FileKind.Regular, 0x1A4);
                made.Volume.Write(made, 0, file.Value);
            }
        }

        foreach (Volume volume in disk.volumes)
            disk.SyncAll(volume);
        return disk.MaterialiseView();
    }

    /// <summary>The image after everything was made durable.</summary>
    public DiskImage CleanShutdown()
    {
        foreach (Volume volume in volumes)
            SyncAll(volume);
        return MaterialiseView();
    }

    /// <summary>The files as they are now, a line each, in order of their paths.</summary>
    public IReadOnlyList<string> DescribeFiles()
    {
        List<string> lines = [];
        foreach (Volume volume in volumes)
            Describe(volume.Root, volume.MountText, lines);
        return lines;
    }

    internal void Adopt(Volume volume) => volumes.Add(volume);

    internal DiskImage MaterialiseView()
    {
        VolumeImage[] images = new VolumeImage[volumes.Count];
        Fingerprint sum = default;
        ulong used = 0;
        for (int i = 0; i < images.Length; i++)
        {
            List<InodeImage> inodes = [];
            List<Inode> seen = [];
            Add(volumes[i].Root, inodes, seen, volumes[i].Root.Identity, ref used);
            foreach (InodeImage inode in inodes)
            {
                Complete(inode);
                sum = sum.Plus(inode.Term);
            }

            foreach (Inode inode in seen)
                inode.ImageIndex = 0;
            images[i] = new VolumeImage(volumes[i].Path, [.. inodes]);
        }

        return new DiskImage(images, sum, used);
    }

    private static void Load(Volume volume, InodeImage[] images)
    {
        Inode[] inodes = new Inode[images.Length];
        inodes[0] = volume.Fresh();
        for (int i = 1; i < images.Length; i++)
            inodes[i] = volume.Restore(images[i].Number, images[i].Kind, images[i].Target);
        for (int i = 0; i < images.Length; i++)
        {
            InodeImage image = images[i];
            Inode inode = inodes[i];
            int length = image.Kind == FileKind.SymbolicLink ? image.Target.Length : image.Bytes.Length;
            inode.Set(image.Bytes, length, image.Attributes);
            inode.ViewLength = image.Bytes.Length;
            inode.Identity = image.Identity;
            inode.ViewNames = image.Names;
            inode.ViewNameCount = image.NameCount;
            inode.Term = image.Term;
            inode.Links = image.Kind == FileKind.Directory ? 2 : image.NameCount;
        }

        for (int i = 0; i < images.Length; i++)
        {
            foreach (EntryImage entry in images[i].Entries)
                Enter(inodes[i], entry.Name, inodes[entry.Inode]);
        }
    }

    private static void Enter(Inode directory, FilePath name, Inode inode)
    {
        directory.Entries.Add(name, inode);
        directory.Units.Add(name, new EntryUnit(directory, name) { View = inode });
        if (inode.BirthDirectory is null)
        {
            inode.BirthDirectory = directory;
            inode.BirthName = name;
        }

        if (inode.Kind != FileKind.Directory)
            return;
        inode.Parent = directory;
        directory.Links++;
    }

    private static void Describe(Inode directory, string path, List<string> lines)
    {
        foreach ((FilePath name, Inode inode) in directory.Entries)
        {
            string here = $"{path}{name}";
            string what = inode.Kind switch
            {
                FileKind.Directory => $"{here}/",
                FileKind.SymbolicLink => $"{here} -> {inode.Target}",
                _ => $"{here} ({inode.LengthBytes} bytes) {Text(inode)}",
            };
            lines.Add(what);
            if (inode.Kind == FileKind.Directory)
                Describe(inode, here + "/", lines);
        }
    }

    private static string Text(Inode file)
    {
        ReadOnlySpan<byte> bytes = file.Bytes.AsSpan(0, (int)Math.Min(60, file.LengthBytes));
        StringBuilder text = new();
        foreach (byte b in bytes)
            text.Append(b is >= 32 and < 127 ? (char)b : '.');
        return file.LengthBytes > 60 ? $"{text}..." : text.ToString();
    }

    private Inode Setup(FilePath path, FileKind kind, int mode)
    {
        Volume volume = volumes[0];
        foreach (Volume mounted in volumes)
        {
            FilePath below = mounted.Path / default(FilePath);
            if (mounted.Path.Length > 1 && (path == mounted.Path || path.StartsWith(below.Bytes)))
                volume = mounted;
        }

        FilePath inside = volume.Path.Length > 1
            ? path.From(Math.Min(path.Length, volume.Path.Length + 1))
            : path.From(1);
        Inode directory = volume.Root;
        while (inside.Bytes.IndexOf((byte)'/') is int slash and > 0)
        {
            directory = directory.Entries[inside.Bytes[..slash]];
            inside = inside.From(slash + 1);
        }

        if (inside.Length == 0)
            return volume.Root;
        return directory.Entries.TryGetValue(inside, out Inode? there)
            ? there
            : volume.Create(directory, inside, kind, mode, 0, 0);
    }

    /// <summary>Adds an inode and, for a directory, all below it.</summary>
    private int Add(Inode inode, List<InodeImage> images, List<Inode> seen, Fingerprint identity, ref ulong used)
    {
        if (inode.ImageIndex > 0)
            return inode.ImageIndex - 1;
        int index = images.Count;
        inode.ImageIndex = index + 1;
        seen.Add(inode);
        InodeImage image = new()
        {
            Number = Options.ReuseInodes ? inode.Number : index + 1,
            Kind = inode.Kind,
            Attributes = inode.ViewAttributes,
            Bytes = inode.Kind == FileKind.Regular ? inode.ViewBytes() : [],
            Target = inode.Target,
            Identity = identity,
        };
        images.Add(image);
        foreach (EntryUnit unit in inode.Units.Values)
        {
            if (unit.View is null)
                continue;
            used |= UniqueNames.In(unit.Name.Bytes);
            Fingerprint mark = identity.Add(unit.Name.Bytes);
            int named = Add(unit.View, images, seen, mark, ref used);
            image.Entries.Add(new EntryImage(unit.Name, named));
            images[named].Names = images[named].Names.Plus(mark);
            images[named].NameCount++;
        }

        return index;
    }

    private void Complete(InodeImage inode)
    {
        Fingerprint content = inode.Kind switch
        {
            FileKind.Regular => Inode.ContentOf(inode.Bytes, Options.UnitBytes),
            FileKind.SymbolicLink => Fingerprint.Empty.Add(inode.Target.Bytes),
            _ => default,
        };
        int number = Options.ReuseInodes ? inode.Number : 0;
        inode.Term = Inode.TermOf(inode.Names, inode.Kind, inode.Attributes, content, number);
    }
}
