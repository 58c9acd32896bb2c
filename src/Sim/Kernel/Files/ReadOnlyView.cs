using TwoDoors.Model.World;
using TwoDoors.Sim.Disk;

namespace TwoDoors.Sim.Kernel.Files;

/// <summary>Looks at the files as root would, without a call, a fault or a change. Symbolic links are
/// followed.</summary>
public sealed class ReadOnlyView(HostFiles host)
{
    /// <summary>The bytes of a regular file, or null where there is none.</summary>
    public byte[]? Read(FilePath path)
    {
        if (Find(path) is not { Kind: FileKind.Regular } file)
            return null;
        byte[] bytes = new byte[file.LengthBytes];
        file.Volume.Read(file, 0, bytes);
        return bytes;
    }

    /// <summary>The names in a directory in byte order; empty where there is none.</summary>
    public IReadOnlyList<FilePath> Names(FilePath path) =>
        Find(path) is { Kind: FileKind.Directory } directory ? [.. directory.Entries.Keys] : [];

    /// <summary>True where a path leads to something.</summary>
    public bool Exists(FilePath path) => Find(path) is not null;

    /// <summary>Notes what is looked at to show a file or the names of a directory.</summary>
    internal void Foresee(FilePath path, AccessList into)
    {
        PathTrail trail = new(host, new Permissions(), into);
        Inode? found = trail.Full(host.Paths.Get(path), host.Mounts.Root.Root, follow: true);
        if (found is not null)
            into.Read(found, found.Kind == FileKind.Directory ? Facet.Names : Facet.Data);
    }

    /// <summary>What a path leads to, or null.</summary>
    public Inode? Find(FilePath path)
    {
        PathWalk walk = new(host, new Permissions());
        ParsedPath parsed = host.Paths.Get(path);
        Errno error = walk.Full(parsed, host.Mounts.Root.Root, follow: true, out Inode found);
        return error == Errno.Ok ? found : null;
    }
}
