using TwoDoors.Model.Claims;
using TwoDoors.Model.World;
using TwoDoors.Sim.Disk;

namespace TwoDoors.Sim.Tests.Disk;

/// <summary>A disk with files at paths of one directory and a name, and the crash states that it allows.</summary>
internal sealed class Rig
{
    public Rig(DiskOptions options, IReadOnlyList<FilePath> mounts, params (string Path, string Text)[] files)
    {
        Disk = new SimDisk(options);
        List<MountSetup> setups =
        [
            new("/"u8, [.. new FilePath[] { "/S"u8, "/A"u8, "/B"u8 }.Except(mounts)], []),
            .. mounts.Select(mount => new MountSetup(mount, [], [])),
        ];
        KeyValuePair<FilePath, byte[]>[] contents =
            [.. files.Select(file => KeyValuePair.Create<FilePath, byte[]>(file.Path, Bytes(file.Text)))];
        setups[0] = setups[0] with { Files = contents };
        Start = SimDisk.Build(setups, options);
        Disk.Load(Start);
    }

    public Rig(string profile, params (string Path, string Text)[] files)
        : this(new DiskOptions(DiskProfile.Named(profile)), [], files)
    {
    }

    public SimDisk Disk { get; }

    public DiskImage Start { get; }

    public static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    public static Rig Whole(string profile, params (string Path, string Text)[] files) =>
        new(new DiskOptions(DiskProfile.Named(profile), WholeWrites: true), [], files);

    public Inode Directory(string path)
    {
        Volume root = Disk.Volumes[0];
        foreach (Volume volume in Disk.Volumes)
        {
            if (volume.Path == path)
                return volume.Root;
        }

        return path == "/" ? root.Root : Find(path)!;
    }

    public Inode? Find(string path)
    {
        Inode at = Disk.Volumes[0].Root;
        foreach (Volume volume in Disk.Volumes)
        {
            if (volume.Path.Length > 1 && path.StartsWith($"{volume.Path}/", StringComparison.Ordinal))
                (at, path) = (volume.Root, path[volume.Path.Length..]);
        }

        foreach (string name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!at.Entries.TryGetValue(name, out Inode? next))
                return null;
            at = next;
        }

        return at;
    }

    public Inode Create(string path, FileKind kind = FileKind.Regular)
    {
        (Inode directory, FilePath name) = End(path);
        return directory.Volume.Create(directory, name, kind, 0x1A4, 0, 0);
    }

    public Inode Put(string path, string text)
    {
        Inode file = Create(path);
        Write(file, text);
        return file;
    }

    public void Write(Inode file, string text, int offset = 0) => file.Volume.Write(file, offset, Bytes(text));

    public void Cut(Inode file, long length = 0) => file.Volume.SetLength(file, length);

    public void Unlink(string path)
    {
        (Inode directory, FilePath name) = End(path);
        directory.Volume.Unlink(directory, name);
    }

    public void Link(Inode file, string path)
    {
        (Inode directory, FilePath name) = End(path);
        directory.Volume.Link(directory, name, file);
    }

    public void Rename(string from, string to)
    {
        (Inode directory, FilePath name) = End(from);
        (Inode target, FilePath newName) = End(to);
        directory.Volume.Rename(directory, name, target, newName);
    }

    public void Sync(Inode inode)
    {
        if (inode.Kind == FileKind.Directory)
            inode.Volume.SyncDirectory(inode);
        else
            inode.Volume.SyncFile(inode, dataOnly: false);
    }

    public void SyncDirectory(string path) => Sync(Directory(path));

    /// <summary>Everything that a crash now may leave, each as the files with their texts.</summary>
    public IReadOnlyList<string> Crashes()
    {
        Collector found = new();
        Disk.EnumerateAll(1_000_000, found);
        return [.. found.Images.Select(Show).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>True when some crash leaves a disk that shows this, as <see cref="Show"/> words it.</summary>
    public bool Allows(Func<string, bool> shown) => Crashes().Any(shown);

    /// <summary>The files of an image: path=text, in order, with a blank between.</summary>
    public string Show(DiskImage image)
    {
        SimDisk other = new(Disk.Options);
        other.Load(image);
        List<string> lines = [];
        foreach (Volume volume in other.Volumes)
            Walk(volume.Root, volume.Path.Length == 1 ? "/" : $"{volume.Path}/", lines);
        return string.Join(' ', lines);
    }

    private static void Walk(Inode directory, string path, List<string> lines)
    {
        for (int i = 0; i < directory.Entries.Count; i++)
        {
            Inode inode = directory.Entries.GetValueAtIndex(i);
            string here = $"{path}{directory.Entries.GetKeyAtIndex(i)}";
            if (inode.Kind == FileKind.Directory)
            {
                if (path != "/" || here is not ("/S" or "/A" or "/B"))
                    lines.Add($"{here}/");
                Walk(inode, here + "/", lines);
                continue;
            }

            byte[] bytes = new byte[inode.LengthBytes];
            inode.Volume.Read(inode, 0, bytes);
            lines.Add($"{here}={Text(bytes)}");
        }
    }

    private static string Text(byte[] bytes) => string.Concat(bytes.Length > 40
        ? $"{Text(bytes[..4])}..{bytes.Length}..{Text(bytes[^4..])}"
        : string.Concat(bytes.Select(b => b == 0 ? '0' : b == 0xDB ? '?' : (char)b)));

    private (Inode Directory, FilePath Name) End(string path)
    {
        FilePath whole = path;
        return (Directory(whole.Parent.ToString()), whole.Name);
    }
}

/// <summary>Takes every crash state once, as the explorer does.</summary>
internal sealed class Collector : ICutSink
{
    public HashSet<Fingerprint> Met { get; } = [];

    public List<DiskImage> Images { get; } = [];

    public int Calls { get; private set; }

    /// <summary>Crash states whose image has another fingerprint than the cut.</summary>
    public int Differing { get; private set; }

    public bool IsNew(in Fingerprint cut, int lost)
    {
        Calls++;
        return Met.Add(cut);
    }

    public void Take(Cut cut)
    {
        DiskImage image = cut.Materialise();
        Differing += image.Fingerprint == cut.Fingerprint ? 0 : 1;
        Images.Add(image);
    }
}
