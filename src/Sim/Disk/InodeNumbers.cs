namespace TwoDoors.Sim.Disk;

/// <summary>Gives numbers to new inodes of one file system.</summary>
internal sealed class InodeNumbers
{
    private const int FirstNew = 1000;
    private const ulong Spread = 900_000;
    private const int Group = 1024;

    private readonly HashSet<int> taken = [];
    private readonly SortedSet<int> free = [];
    private readonly List<(int Number, int Atom)> freed = [];
    private int highest;

    public void Clear()
    {
        highest = 1;
        taken.Clear();
        freed.Clear();
        if (free.Count > 0)
            free.Clear();
    }

    /// <summary>These are taken; the gaps between them are free.</summary>
    /// <param name="reuse">Whether the gaps are given again.</param>
    public void Take(List<Inode> inodes, int count, bool reuse)
    {
        for (int i = 0; i < count; i++)
        {
            taken.Add(inodes[i].Number);
            highest = Math.Max(highest, inodes[i].Number);
        }

        if (!reuse)
            return;
        for (int number = 2; number < highest; number++)
            free.Add(number);
        for (int i = 0; i < count; i++)
            free.Remove(inodes[i].Number);
    }

    /// <summary>A number. Without reuse it is a function of the first name, whoever makes what first, unless that
    /// number was taken since the host started. Numbers outlive a crash, as they do on a disk.</summary>
    /// <param name="reuse">The smallest free one.</param>
    /// <param name="path">The fingerprint of the first name.</param>
    /// <param name="freedBy">The pending atom that made it free, or -1: the new file survives only if it does.</param>
    public int Next(bool reuse, ulong path, out int freedBy)
    {
        freedBy = -1;
        if (!reuse)
        {
            int fresh = FirstNew + (int)(path % Spread);
            while (!taken.Add(fresh))
                fresh++;
            return fresh;
        }

        if (free.Count == 0)
            return ++highest;
        int number = free.Min;
        free.Remove(number);
        foreach ((int known, int atom) in freed)
            freedBy = known == number ? atom : freedBy;
        return number;
    }

    /// <summary>Groups of numbers, from 1, one of which holds what <see cref="Next"/> will give; 0 is all
    /// numbers.</summary>
    /// <remarks>A name that is made again and again gets the next number each time, and so may come into the next
    /// group.</remarks>
    public static (long First, long Last) PartsOf(bool reuse, ulong path)
    {
        if (reuse)
            return (0, 0);
        long number = (long)(path % Spread);
        return ((number / Group) + 1, ((number + (Group / 2)) / Group) + 1);
    }

    /// <summary>The last name of an inode is gone.</summary>
    public void Free(int number, int atom)
    {
        free.Add(number);
        freed.Add((number, atom));
    }
}
