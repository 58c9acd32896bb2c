using System.Text;
using TwoDoors.Model.World;

namespace TwoDoors.Sim.Disk;

/// <content>From an image to running file systems, and back after a crash.</content>
public sealed partial class SimDisk
{
    /// <summary>Power on: the file systems are what the image says, and nothing is pending.</summary>
    public void Load(DiskImage image)
    {
        this.image = image;
        Log.Clear();
        pending.Clear();
        components.Clear(image.Fingerprint);
        doubtful = 0;
        rewritten = -1;
        newestDurable = -1;
        namesUsed = image.NamesUsed;
        PendingFingerprint = image.Fingerprint;
        while (volumes.Count < image.Volumes.Length)
            volumes.Add(new Volume(volumes.Count + 1, this, image.Volumes[volumes.Count].Path));
        for (int i = 0; i < image.Volumes.Length; i++)
            volumes[i].Load(image.Volumes[i]);
    }

    /// <summary>The image of file systems as they are set up.</summary>
    public static DiskImage Build(IReadOnlyList<MountSetup> mounts, DiskOptions options)
    {
        SimDisk disk = new(options);
        foreach (MountSetup mount in mounts)
        {
            Volume volume = new(disk.volumes.Count + 1, disk, mount.Path);
            volume.Format();
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

        return disk.CleanShutdown();
    }

    /// <summary>The image after everything was made durable.</summary>
    public DiskImage CleanShutdown()
    {
        foreach (Volume volume in volumes)
            SyncAll(volume);
        for (int atom = 0; atom < Log.AtomCount; atom++)
            Log.Atoms[atom].In = true;
        return Materialise();
    }

    /// <summary>The files as they are now, a line each, in order of their paths.</summary>
    public IReadOnlyList<string> DescribeFiles() => [.. ListFiles().Select(line => line.ToString())];

    /// <summary>The files as they are now, in order of their paths.</summary>
    public IReadOnlyList<FileLine> ListFiles()
    {
        List<FileLine> lines = [];
        foreach (Volume volume in volumes)
            Describe(volume.Root, AtomWords.Path(volume.Root), lines);
        return lines;
    }

    private static void Describe(Inode directory, string path, List<FileLine> lines)
    {
        for (int i = 0; i < directory.Entries.Count; i++)
        {
            Inode inode = directory.Entries.GetValueAtIndex(i);
            string here = $"{path}{directory.Entries.GetKeyAtIndex(i)}";
            lines.Add(inode.Kind switch
            {
                FileKind.Directory => new FileLine($"{here}/", ""),
                FileKind.SymbolicLink => new FileLine(here, $"-> {inode.Target}"),
                _ => new FileLine(here, $"({inode.LengthBytes} bytes) {Text(inode)}")
                {
                    Content = inode.Bytes.AsSpan(0, (int)inode.LengthBytes).ToArray(),
                },
            });
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

    private DiskImage Materialise() => new ImageBuilder(this).Build();

    private Inode Setup(FilePath path, FileKind kind, int mode)
    {
        Volume volume = volumes[0];
        foreach (Volume mounted in volumes)
        {
            bool below = path == mounted.Path || path.StartsWith((mounted.Path / default(FilePath)).Bytes);
            if (mounted.Path.Length > 1 && below)
                volume = mounted;
        }

        int head = volume.Path.Length > 1 ? Math.Min(path.Length, volume.Path.Length + 1) : 1;
        FilePath inside = path.From(head);
        Inode directory = volume.Root;
        while (inside.Bytes.IndexOf((byte)'/') is int slash and > 0)
        {
            directory = directory.Entries.Get(inside.Bytes[..slash]);
            inside = inside.From(slash + 1);
        }

        if (inside.Length == 0)
            return volume.Root;
        return directory.Entries.TryGetValue(inside, out Inode? there)
            ? there
            : volume.Create(directory, inside, kind, mode, 0, 0);
    }
}
