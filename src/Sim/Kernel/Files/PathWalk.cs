using TwoDoors.Model.World;
using TwoDoors.Sim.Disk;

namespace TwoDoors.Sim.Kernel.Files;

/// <summary>Where a walk up to the last component ended.</summary>
internal struct PathEnd
{
    /// <summary>The directory that holds the last component, or what "/" leads to.</summary>
    internal Inode Directory { get; set; }

    internal FilePath Name { get; set; }

    internal LastKind Kind { get; set; }

    internal bool TrailingSlash { get; set; }
}

/// <summary>Path resolution of one process. Source: path_resolution(7); the order of errors is Linux's.</summary>
internal struct PathWalk(HostFiles host, Permissions user)
{
    private const int LinksMax = 40;

    private readonly MountTable mounts = host.Mounts;
    private readonly PathCache paths = host.Paths;
    private readonly Permissions user = user;
    private int links;

    /// <summary>Walks all components but the last.</summary>
    internal Errno Parent(ParsedPath path, Inode start, out PathEnd end)
    {
        end = default;
        if (path.Error != Errno.Ok)
            return path.Error;
        Inode current = path.Absolute ? mounts.Root.Root : start;
        if (current.Kind != FileKind.Directory)
            return Errno.ENOTDIR;
        int last = path.Names.Length - 1;
        for (int i = 0; i < last; i++)
        {
            Errno error = Step(path, i, ref current);
            if (error != Errno.Ok)
                return error;
        }

        end.Directory = current;
        end.TrailingSlash = path.TrailingSlash;
        if (last < 0)
        {
            end.Kind = LastKind.Root;
            return Errno.Ok;
        }

        end.Name = path.Names[last];
        end.Kind = path.Kinds[last];
        return user.May(current, Permissions.Search) ? Errno.Ok : Errno.EACCES;
    }

    /// <summary>Walks the whole path.</summary>
    internal Errno Full(ParsedPath path, Inode start, bool follow, out Inode found)
    {
        found = start;
        bool directory = false;
        while (true)
        {
            Errno error = Parent(path, start, out PathEnd end);
            if (error != Errno.Ok)
                return error;
            error = Last(end, out Inode? named);
            if (error != Errno.Ok)
                return error;
            if (named is null)
                return Errno.ENOENT;
            found = named;
            directory |= end.Kind == LastKind.Name && end.TrailingSlash;
            if (found.Kind != FileKind.SymbolicLink || !(follow || directory))
                return directory && found.Kind != FileKind.Directory ? Errno.ENOTDIR : Errno.Ok;
            error = Follow(found, out path);
            if (error != Errno.Ok)
                return error;
            start = end.Directory;
            follow = true;
        }
    }

    /// <summary>What the last component leads to, a symbolic link itself; null for a free name.</summary>
    internal readonly Errno Last(in PathEnd end, out Inode? found)
    {
        found = end.Directory;
        if (end.Kind == LastKind.DotDot)
            found = mounts.Up(end.Directory);
        if (end.Kind != LastKind.Name)
            return Errno.Ok;
        bool fits = end.Name.Length <= ParsedPath.NameBytesMax;
        found = fits ? mounts.Lookup(end.Directory, end.Name) : null;
        return fits ? Errno.Ok : Errno.ENAMETOOLONG;
    }

    /// <summary>Counts a symbolic link, and says where it points.</summary>
    internal Errno Follow(Inode link, out ParsedPath target)
    {
        target = paths.Get(link.Target);
        return links++ >= LinksMax ? Errno.ELOOP : Errno.Ok;
    }

    private Errno Step(ParsedPath path, int index, ref Inode current)
    {
        if (!user.May(current, Permissions.Search))
            return Errno.EACCES;
        LastKind kind = path.Kinds[index];
        if (kind == LastKind.Dot)
            return Errno.Ok;
        if (kind == LastKind.DotDot)
        {
            current = mounts.Up(current);
            return Errno.Ok;
        }

        FilePath name = path.Names[index];
        if (name.Length > ParsedPath.NameBytesMax)
            return Errno.ENAMETOOLONG;
        Inode? next = mounts.Lookup(current, name);
        if (next is null)
            return Errno.ENOENT;
        if (next.Kind == FileKind.SymbolicLink)
        {
            Errno error = Follow(next, out ParsedPath target);
            if (error == Errno.Ok)
                error = Full(target, current, follow: true, out next);
            if (error != Errno.Ok)
                return error;
        }

        current = next;
        return current.Kind == FileKind.Directory ? Errno.Ok : Errno.ENOTDIR;
    }
}
