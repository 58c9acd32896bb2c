namespace TwoDoors.Sim.Disk;

/// <summary>Gives numbers to new inodes of one file system.</summary>
internal sealed class InodeNumbers
{
    private const int FirstNew = 100_000;
    private const int PerCreator = 10_000;

    private readonly List<(int Creator, int Count)> made = [];
    private readonly SortedSet<int> free = [];
    private readonly List<(int Number, int Atom)> freed = [];
    private int highest;

    public void Clear()
    {
        highest = 1;
        made.Clear();
        freed.Clear();
        if (free.Count > 0)
            free.Clear();
    }

    /// <summary>These are taken; the gaps between them are free.</summary>
    public void Take(List<Inode> inodes, int count)
    {
        for (int i = 0; i < count; i++)
            highest = Math.Max(highest, inodes[i].Number);
        for (int number = 2; number < highest; number++)
            free.Add(number);
        for (int i = 0; i < count; i++)
            free.Remove(inodes[i].Number);
    }

    /// <summary>A number. Without reuse it hangs on who asks and how often, and not on the interleaving.</summary>
    /// <param name="reuse">The smallest free one.</param>
    /// <param name="creator">Who asks.</param>
    /// <param name="freedBy">The pending atom that made it free, or -1: the new file survives only if it does.</param>
    public int Next(bool reuse, int creator, out int freedBy)
    {
        freedBy = -1;
        if (!reuse)
            return FirstNew + (creator * PerCreator) + Count(creator);
        if (free.Count == 0)
            return ++highest;
        int number = free.Min;
        free.Remove(number);
        foreach ((int known, int atom) in freed)
            freedBy = known == number ? atom : freedBy;
        return number;
    }

    /// <summary>The last name of an inode is gone.</summary>
    public void Free(int number, int atom)
    {
        free.Add(number);
        freed.Add((number, atom));
    }

    private int Count(int creator)
    {
        for (int i = 0; i < made.Count; i++)
        {
            if (made[i].Creator != creator)
                continue;
            made[i] = (creator, made[i].Count + 1);
            return made[i].Count;
        }

        made.Add((creator, 1));
        return 1;
    }
}
