using TwoDoors.Model.World;

namespace TwoDoors.Sim.Disk;

/// <summary>Atoms for people: made only when somebody reads them.</summary>
internal static class AtomWords
{
    /// <summary>What an atom changes.</summary>
    public static string Of(PendingLog log, int atom)
    {
        List<string> parts = [];
        foreach (ref readonly Change change in log.ChangesOf(atom))
        {
            string words = Of(change, log.Atoms[atom].Doubtful);
            if (words.Length > 0)
                parts.Add(words);
        }

        return parts.Count == 0 ? "nothing" : string.Join(", ", parts);
    }

    /// <summary>The path by which a file was found when the host started, or made since; a directory's ends with a
    /// slash.</summary>
    public static string Path(Inode inode)
    {
        if (inode == inode.Volume.Root)
            return inode.Volume.Path.Length == 1 ? "/" : $"{inode.Volume.Path}/";
        string slash = inode.Kind == FileKind.Directory ? "/" : string.Empty;
        if (inode.BirthDirectory is not null)
            return $"{Path(inode.BirthDirectory)}{inode.BirthName}{slash}";
        (Inode directory, FilePath name) = inode.Volume.FirstName(inode);
        return $"{Path(directory)}{name}{slash}";
    }

    private static string Of(in Change change, bool doubtful) => change.Kind switch
    {
        ChangeKind.Entry when change.After is null => $"name {Path(change.Inode)}{change.Name!.Name} removed",
        ChangeKind.Entry =>
            $"name {Path(change.Inode)}{change.Name!.Name} = {Kind(change.After!)} {Name(change.After!)}",
        ChangeKind.Sector => Bytes(change) + (doubtful ? " (in doubt)" : string.Empty),
        ChangeKind.Length when change.Inode.Volume.Options.WholeWrites => string.Empty,
        ChangeKind.Length => $"length {change.Length} of {Path(change.Inode)}",
        ChangeKind.Attributes => $"mode {Convert.ToString(change.Attributes.Mode, 8)} of {Path(change.Inode)}",
        _ => $"write-back of {Path(change.Inode)} failed",
    };

    private static string Bytes(in Change change)
    {
        string path = Path(change.Inode);
        if (change.Inode.Volume.Options.WholeWrites)
            return change.Count == 0 ? $"torn content of {path}" : $"content of {path} = {change.Count} bytes";
        int unit = change.Inode.Volume.Options.SectorBytes;
        int first = change.Sector * unit;
        return $"bytes {first}-{first + unit - 1} of {path}";
    }

    private static string Kind(Inode inode) => inode.Kind switch
    {
        FileKind.Directory => "directory",
        FileKind.SymbolicLink => "symbolic link",
        _ => "file",
    };

    private static FilePath Name(Inode inode) =>
        inode.BirthDirectory is not null ? inode.BirthName : inode.Volume.FirstName(inode).Name;
}
