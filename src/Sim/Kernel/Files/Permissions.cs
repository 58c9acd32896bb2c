using TwoDoors.Model.World;
using TwoDoors.Sim.Disk;

namespace TwoDoors.Sim.Kernel.Files;

/// <summary>Who a process is, and what it may do. Source: path_resolution(7), capabilities(7).</summary>
internal struct Permissions()
{
    internal const int Search = 1;
    internal const int Write = 2;
    internal const int Read = 4;

    private const int Sticky = 0x200;
    private const int AnyExecute = 0x49;

    internal int UserId { get; set; }

    internal int GroupId { get; set; }

    internal IReadOnlyList<int> Groups { get; set; } = [];

    internal readonly bool IsRoot => UserId == 0;

    internal readonly bool May(Inode inode, int wanted)
    {
        if (UserId == 0)
            return inode.Kind == FileKind.Directory || (wanted & Search) == 0 || (inode.Mode & AnyExecute) != 0;
        int shift = inode.UserId == UserId ? 6 : InGroup(inode.GroupId) ? 3 : 0;
        return ((inode.Mode >> shift) & wanted) == wanted;
    }

    internal readonly bool InGroup(int groupId)
    {
        if (GroupId == groupId)
            return true;
        for (int i = 0; i < Groups.Count; i++)
        {
            if (Groups[i] == groupId)
                return true;
        }

        return false;
    }

    internal readonly bool Owns(Inode inode) => UserId == 0 || UserId == inode.UserId;

    /// <summary>True where the sticky bit of a directory keeps this user from removing a file of another.</summary>
    internal readonly bool StickyForbids(Inode directory, Inode victim) =>
        (directory.Mode & Sticky) != 0 && UserId != 0 && UserId != victim.UserId && UserId != directory.UserId;
}
