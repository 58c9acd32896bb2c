using TwoDoors.Model.World;

namespace TwoDoors.Sim.Disk;

/// <summary>One file system: the tree as the running kernel sees it. Callers have checked everything that an errno
/// could say; a call that makes no sense here is a programmer error.</summary>
public sealed class Volume
{
    private int lastNumber = 1;

    /// <summary>An empty file system.</summary>
    /// <param name="number">st_dev, at least 1.</param>
    public Volume(int number)
    {
        Number = number;
        Root = new Inode(this, 1, FileKind.Directory) { Mode = 0x1ED, Links = 2 };
    }

    /// <summary>st_dev.</summary>
    public int Number { get; }

    /// <summary>The root directory.</summary>
    public Inode Root { get; }

    /// <summary>Makes an inode and its first name.</summary>
    public Inode Create(
        Inode directory,
        FilePath name,
        FileKind kind,
        int mode,
        int userId,
        int groupId,
        FilePath target = default)
    {
        Inode made = new(this, ++lastNumber, kind)
        {
            Mode = mode,
            UserId = userId,
            GroupId = groupId,
            Target = target,
            Links = kind == FileKind.Directory ? 2 : 1,
            LengthBytes = target.Length,
            Parent = directory,
        };
        directory.Entries.Add(name, made);
        if (kind == FileKind.Directory)
            directory.Links++;
        return made;
    }

    /// <summary>Gives a file another name.</summary>
    public void Link(Inode directory, FilePath name, Inode file)
    {
        directory.Entries.Add(name, file);
        file.Links++;
    }

    /// <summary>Removes a name of a file, or an empty directory.</summary>
    public void Unlink(Inode directory, FilePath name)
    {
        Inode gone = directory.Entries[name];
        directory.Entries.Remove(name);
        Drop(directory, gone);
    }

    /// <summary>Moves a name; a taken target name goes in the same step.</summary>
    public void Rename(Inode fromDirectory, FilePath from, Inode toDirectory, FilePath to)
    {
        Inode moved = fromDirectory.Entries[from];
        fromDirectory.Entries.Remove(from);
        if (toDirectory.Entries.Remove(to, out Inode? replaced))
            Drop(toDirectory, replaced);
        toDirectory.Entries.Add(to, moved);
        Adopt(fromDirectory, toDirectory, moved);
    }

    /// <summary>Two names change places.</summary>
    public void Exchange(Inode fromDirectory, FilePath from, Inode toDirectory, FilePath to)
    {
        Inode first = fromDirectory.Entries[from];
        Inode second = toDirectory.Entries[to];
        fromDirectory.Entries[from] = second;
        toDirectory.Entries[to] = first;
        Adopt(fromDirectory, toDirectory, first);
        Adopt(toDirectory, fromDirectory, second);
    }

    /// <summary>Writes bytes; a gap before them reads as zeros.</summary>
    public void Write(Inode file, long offset, ReadOnlySpan<byte> bytes)
    {
        int end = checked((int)(offset + bytes.Length));
        if (end > file.Bytes.Length)
        {
            byte[] grown = new byte[Math.Max(end, 64)];
            file.Bytes.AsSpan(0, (int)file.LengthBytes).CopyTo(grown);
            file.Bytes = grown;
        }

        bytes.CopyTo(file.Bytes.AsSpan((int)offset));
        file.LengthBytes = Math.Max(file.LengthBytes, end);
    }

    /// <summary>Reads bytes.</summary>
    /// <returns>How many; 0 at or past the end.</returns>
    public int Read(Inode file, long offset, Span<byte> buffer)
    {
        int count = (int)Math.Clamp(file.LengthBytes - offset, 0, buffer.Length);
        file.Bytes.AsSpan((int)Math.Min(offset, file.LengthBytes), count).CopyTo(buffer);
        return count;
    }

    /// <summary>Cuts a file, or extends it with zeros.</summary>
    public void SetLength(Inode file, long lengthBytes)
    {
        int kept = (int)Math.Min(lengthBytes, file.LengthBytes);
        byte[] resized = new byte[checked((int)lengthBytes)];
        file.Bytes.AsSpan(0, kept).CopyTo(resized);
        file.Bytes = resized;
        file.LengthBytes = lengthBytes;
    }

    /// <summary>Sets mode, owner, group and mtime together.</summary>
    public void SetAttributes(Inode file, int mode, int userId, int groupId, long modifiedNanoseconds)
    {
        file.Mode = mode;
        file.UserId = userId;
        file.GroupId = groupId;
        file.ModifiedNanoseconds = modifiedNanoseconds;
    }

    /// <summary>fsync or fdatasync of a file.</summary>
    public void SyncFile(Inode file, bool dataOnly)
    {
    }

    /// <summary>fsync of a directory.</summary>
    public void SyncDirectory(Inode directory)
    {
    }

    /// <summary>syncfs.</summary>
    public void SyncAll()
    {
    }

    /// <summary>The last handle of an open file that could write was closed.</summary>
    public void Closed(Inode file)
    {
    }

    private static void Drop(Inode directory, Inode gone)
    {
        gone.Links -= gone.Kind == FileKind.Directory ? 2 : 1;
        if (gone.Kind == FileKind.Directory)
            directory.Links--;
    }

    private static void Adopt(Inode fromDirectory, Inode toDirectory, Inode moved)
    {
        if (moved.Kind != FileKind.Directory || fromDirectory == toDirectory)
            return;
        moved.Parent = toDirectory;
        fromDirectory.Links--;
        toDirectory.Links++;
    }
}
