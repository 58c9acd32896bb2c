using TwoDoors.Model.Claims;

namespace TwoDoors.Sim.Disk;

/// <summary>Mode, owner, group, and the time where a protocol set it itself.</summary>
internal readonly record struct Attributes(int Mode, int UserId, int GroupId, long SetTime)
{
    public Fingerprint AddTo(in Fingerprint sum) =>
        sum.Add(Mode).Add(((long)UserId << 32) ^ (uint)GroupId).Add(SetTime);
}

/// <summary>The crash state that is looked at: what is durable, and the pending changes that were chosen. Its
/// fingerprint is kept while changes come and go.</summary>
/// <remarks>It does not depend on inode numbers: an inode counts as the set of its names with its content. An inode
/// without a name does not count.</remarks>
internal sealed class CutView
{
    /// <summary>The sum over all inodes with a name.</summary>
    public Fingerprint Sum { get; private set; }

    public void Clear(Fingerprint sum) => Sum = sum;

    public void AddName(Inode inode, in Fingerprint mark)
    {
        inode.ViewNames = inode.ViewNames.Plus(mark);
        inode.ViewNameCount++;
        Refresh(inode);
    }

    public void RemoveName(Inode inode, in Fingerprint mark)
    {
        inode.ViewNames = inode.ViewNames.Minus(mark);
        inode.ViewNameCount--;
        Refresh(inode);
    }

    /// <summary>Something about the inode has changed.</summary>
    public void Refresh(Inode inode)
    {
        Fingerprint term = inode.ViewNameCount == 0 ? default : inode.ViewTerm();
        Sum = Sum.Minus(inode.Term).Plus(term);
        inode.Term = term;
    }
}
