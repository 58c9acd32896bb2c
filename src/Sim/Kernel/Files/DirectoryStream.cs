using TwoDoors.Model.Claims;
using TwoDoors.Model.World;
using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Disk;

namespace TwoDoors.Sim.Kernel.Files;

/// <summary>A directory as it was when reading began. What stays is shown once, in byte order; what was removed or
/// added since is shown or not, as the world decides.</summary>
/// <remarks>Source: POSIX.1-2024 readdir, "whether a subsequent call returns an entry for that file is
/// unspecified".</remarks>
internal sealed class DirectoryStream
{
    private static readonly string[] Answers = ["hide", "show"];

    private readonly List<FilePath> names = [];
    private readonly List<Inode> inodes = [];
    private readonly List<FilePath> asked = [];
    private int next;

    internal void Begin(Inode directory)
    {
        names.Clear();
        inodes.Clear();
        asked.Clear();
        next = 0;
        for (int i = 0; i < directory.Entries.Count; i++)
        {
            names.Add(directory.Entries.GetKeyAtIndex(i));
            inodes.Add(directory.Entries.GetValueAtIndex(i));
        }
    }

    /// <summary>The content followed by what the directory held when reading began.</summary>
    internal Fingerprint AddTo(Fingerprint sum)
    {
        sum = sum.Add(names.Count);
        for (int i = 0; i < names.Count; i++)
            sum = sum.AddBlocks(names[i].Bytes).Add(inodes[i].Number);
        return sum;
    }

    /// <summary>The next entry, or null at the end.</summary>
    internal DirectoryEntry? Next(Inode directory, FilePath shownPath, IChoices choices)
    {
        while (next < names.Count)
        {
            FilePath name = names[next];
            Inode inode = inodes[next++];
            if (directory.Entries.TryGetValue(name, out Inode? now))
                return Entry(name, now);
            if (Shown(name, shownPath, choices))
                return Entry(name, inode);
        }

        for (int i = 0; i < directory.Entries.Count; i++)
        {
            FilePath name = directory.Entries.GetKeyAtIndex(i);
            if (names.BinarySearch(name) >= 0 || asked.Contains(name))
                continue;
            asked.Add(name);
            if (Shown(name, shownPath, choices))
                return Entry(name, directory.Entries.GetValueAtIndex(i));
        }

        return null;
    }

    private static bool Shown(FilePath name, FilePath directory, IChoices choices) =>
        choices.Pick($"stream {name} in {directory}", Answers) == 1;

    private static DirectoryEntry Entry(FilePath name, Inode inode) => new(name, inode.Number, inode.Kind);
}
