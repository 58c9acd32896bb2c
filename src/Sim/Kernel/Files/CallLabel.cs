using System.Text;
using TwoDoors.Model.World;

namespace TwoDoors.Sim.Kernel.Files;

/// <summary>Words for calls. Traces cite them and replay compares them, so none changes.</summary>
public static class CallLabel
{
    /// <summary>The call's name in the manuals.</summary>
    public static string Name(FileCall call) => call switch
    {
        FileCall.Open => "open",
        FileCall.Close => "close",
        FileCall.Read => "read",
        FileCall.ReadAt => "pread",
        FileCall.Write => "write",
        FileCall.WriteAt => "pwrite",
        FileCall.Seek => "lseek",
        FileCall.Truncate => "ftruncate",
        FileCall.Sync => "fsync",
        FileCall.SyncData => "fdatasync",
        FileCall.SyncFileSystem => "syncfs",
        FileCall.MakeDirectory => "mkdir",
        FileCall.RemoveDirectory => "rmdir",
        FileCall.Unlink => "unlink",
        FileCall.Rename => "rename",
        FileCall.Link => "link",
        FileCall.SymbolicLink => "symlink",
        FileCall.ReadLink => "readlink",
        FileCall.ReadDirectory => "readdir",
        FileCall.RewindDirectory => "rewinddir",
        FileCall.ChangeDirectory => "chdir",
        FileCall.Stat => "stat",
        FileCall.LinkStat => "lstat",
        FileCall.StatHandle => "fstat",
        FileCall.ChangeMode => "chmod",
        FileCall.ChangeModeHandle => "fchmod",
        FileCall.ChangeOwner => "chown",
        FileCall.SetModified => "utimens",
        FileCall.TruncatePath => "truncate",
        FileCall.StatFileSystem => "statfs",
        _ => "flock",
    };

    /// <summary>The whole call, such as "unlink /S/s1", "fsync(m) /S/m1" or "write fd 3 (/A/d1) 5 bytes".</summary>
    public static string Describe(in PendingCall call, FileCalls process)
    {
        if (IsSync(call.Call))
            return $"{SyncName(call)} {process.PathOf(call.File)}";
        StringBuilder words = new(Name(call.Call));
        if (HasHandle(call.Call))
        {
            words.Append(' ').Append(call.File).Append(" (").Append(process.PathOf(call.File)).Append(')');
            if (call.Call is FileCall.Write or FileCall.WriteAt or FileCall.Truncate)
                words.Append(' ').Append(call.Number).Append(" bytes");
            return words.ToString();
        }

        words.Append(' ');
        bool symbolic = call.Call == FileCall.SymbolicLink;
        words.Append(symbolic ? call.Path : Shown(call.Path, call.File, process));
        if (symbolic || call.Call is FileCall.Rename or FileCall.Link)
            words.Append(' ').Append(Shown(call.Other, symbolic ? call.File : default, process));
        if (call.Call == FileCall.Open)
            words.Append(Words(call.Flags));
        else if (call.Call == FileCall.TruncatePath)
            words.Append(' ').Append(call.Number).Append(" bytes");
        else if (call.RenameMode != RenameMode.Replace)
            words.Append(call.RenameMode == RenameMode.NoReplace ? " no-replace" : " exchange");
        return words.ToString();
    }

    /// <summary>A point that carries the name of its call already keeps it; any other is put in brackets.</summary>
    private static string SyncName(in PendingCall call) =>
        call.Point.Contains('(', StringComparison.Ordinal) ? call.Point
        : call.Point.Length == 0 ? Name(call.Call)
        : $"{Name(call.Call)}({call.Point})";

    internal static bool IsSync(FileCall call) =>
        call is FileCall.Sync or FileCall.SyncData or FileCall.SyncFileSystem;

    /// <summary>True for calls on a handle, except those that sync.</summary>
    internal static bool HasHandle(FileCall call) => call is FileCall.Close or FileCall.Read or FileCall.ReadAt
        or FileCall.Write or FileCall.WriteAt or FileCall.Seek or FileCall.Truncate or FileCall.ReadDirectory
        or FileCall.RewindDirectory or FileCall.StatHandle or FileCall.ChangeModeHandle or FileCall.Lock;

    private static FilePath Shown(FilePath path, Handle at, FileCalls process) =>
        at == Handle.WorkingDirectory || path.IsAbsolute ? path : process.PathOf(at) / path;

    private static string Words(OpenFlags flags)
    {
        string access = (flags & OpenFlags.ReadWrite) != 0 ? " read+write"
            : (flags & OpenFlags.WriteOnly) != 0 ? " write" : " read";
        OpenFlags rest = flags & ~(OpenFlags.ReadWrite | OpenFlags.WriteOnly);
        StringBuilder words = new(access);
        ReadOnlySpan<(OpenFlags Flag, string Word)> known =
        [
            (OpenFlags.Create, "+create"), (OpenFlags.Exclusive, "+exclusive"), (OpenFlags.Truncate, "+truncate"),
            (OpenFlags.Append, "+append"), (OpenFlags.Directory, "+directory"), (OpenFlags.NoFollow, "+nofollow"),
            (OpenFlags.Sync, "+sync"), (OpenFlags.DataSync, "+dsync"),
        ];
        foreach ((OpenFlags flag, string word) in known)
            words.Append((rest & flag) != 0 ? word : "");
        return words.ToString();
    }
}
