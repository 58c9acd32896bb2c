using TwoDoors.Model.World;
using TwoDoors.Sim.Disk;

namespace TwoDoors.Sim.Kernel.Files;

/// <summary>Walks as <see cref="PathWalk"/> does, and notes what the walk looks at.</summary>
/// <remarks>Permissions are not checked: where one is missing, the real walk looks at less than this one.</remarks>
internal struct PathTrail(HostFiles host, Permissions user, AccessList into)
{
    private const int LinksMax = 40;

    private int links;

    /// <summary>Notes all components but the last. False where there is no directory to hold the last one.</summary>
    internal bool Parent(ParsedPath path, Inode start, out PathEnd end)
    {
        end = default;
        if (path.Error != Errno.Ok)
            return false;
        Inode current = path.Absolute ? host.Mounts.Root.Root : start;
        if (current.Kind != FileKind.Directory)
            return false;
        int last = path.Names.Length - 1;
        for (int i = 0; i < last; i++)
        {
            Search(current);
            Inode? next = Step(current, path.Names[i], path.Kinds[i]);
            if (next?.Kind == FileKind.SymbolicLink)
                next = Followed(next, current);
            if (next?.Kind != FileKind.Directory)
                return false;
            current = next;
        }

        Search(current);
        end.Directory = current;
        end.Kind = last < 0 ? LastKind.Root : path.Kinds[last];
        end.Name = last < 0 ? default : path.Names[last];
        end.TrailingSlash = path.TrailingSlash;
        return true;
    }

    /// <summary>Notes the look at the last component.</summary>
    internal readonly Inode? Last(in PathEnd end) =>
        end.Kind == LastKind.Root ? end.Directory : Step(end.Directory, end.Name, end.Kind);

    /// <summary>Notes the whole walk.</summary>
    internal Inode? Full(ParsedPath path, Inode start, bool follow)
    {
        if (!Parent(path, start, out PathEnd end))
            return null;
        Inode? found = Last(end);
        return found?.Kind == FileKind.SymbolicLink && (follow || end.TrailingSlash)
            ? Followed(found, end.Directory)
            : found;
    }

    /// <summary>Notes where a symbolic link leads.</summary>
    internal Inode? Followed(Inode link, Inode directory) =>
        links++ >= LinksMax ? null : Full(host.Paths.Get(link.Target), directory, follow: true);

    private readonly Inode? Step(Inode directory, FilePath name, LastKind kind)
    {
        if (kind is LastKind.Dot)
            return directory;
        if (kind == LastKind.DotDot)
        {
            into.Add(new(AccessList.ObjectOf(directory.Volume, Facet.Tree), 0, Choice.AccessKind.Read));
            return host.Mounts.Up(directory);
        }

        into.ReadName(directory, name);
        return host.Mounts.Lookup(directory, name);
    }

    private readonly void Search(Inode directory)
    {
        if (!user.IsRoot)
            into.Read(directory, Facet.Attributes);
    }
}
