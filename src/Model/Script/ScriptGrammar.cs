namespace TwoDoors.Model.Script;

/// <summary>What may follow a verb.</summary>
internal enum Argument
{
    Path,
    SecondPath,
    PathAt,
    SecondPathAt,
    OptionalPath,
    Descriptor,
    Directory,
    DirectoryOrPath,
    Bytes,
    Count,
    Second,
    Flags,
    Mode,
    OptionalMode,
    Origin,
    Lock,
    User,
    Group,
}

/// <summary>One verb: its word and its arguments.</summary>
internal sealed record Production(string Word, ScriptVerb Verb, params Argument[] Arguments);

/// <summary>The verbs of scripts: those of SibylFS, and a few more for calls it does not have. A path after
/// (FD n) is relative to that directory, in the calls that have an at-form.</summary>
internal static class ScriptGrammar
{
    internal static IReadOnlyList<Production> Productions { get; } =
    [
        new("open", ScriptVerb.Open, Argument.PathAt, Argument.Flags, Argument.OptionalMode),
        new("open_close", ScriptVerb.OpenClose, Argument.PathAt, Argument.Flags, Argument.OptionalMode),
        new("close", ScriptVerb.Close, Argument.Descriptor),
        new("read", ScriptVerb.Read, Argument.Descriptor, Argument.Count),
        new("pread", ScriptVerb.ReadAt, Argument.Descriptor, Argument.Count, Argument.Second),
        new("write", ScriptVerb.Write, Argument.Descriptor, Argument.Bytes, Argument.Count),
        new("pwrite", ScriptVerb.WriteAt, Argument.Descriptor, Argument.Bytes, Argument.Count, Argument.Second),
        new("lseek", ScriptVerb.Seek, Argument.Descriptor, Argument.Count, Argument.Origin),
        new("ftruncate", ScriptVerb.TruncateHandle, Argument.Descriptor, Argument.Count),
        new("truncate", ScriptVerb.Truncate, Argument.Path, Argument.Count),
        new("fsync", ScriptVerb.Sync, Argument.Descriptor),
        new("fdatasync", ScriptVerb.SyncData, Argument.Descriptor),
        new("syncfs", ScriptVerb.SyncFileSystem, Argument.Descriptor),
        new("mkdir", ScriptVerb.MakeDirectory, Argument.PathAt, Argument.Mode),
        new("rmdir", ScriptVerb.RemoveDirectory, Argument.PathAt),
        new("unlink", ScriptVerb.Unlink, Argument.PathAt),
        new("rename", ScriptVerb.Rename, Argument.Path, Argument.SecondPath),
        new("rename_noreplace", ScriptVerb.RenameNoReplace, Argument.Path, Argument.SecondPath),
        new("rename_exchange", ScriptVerb.RenameExchange, Argument.Path, Argument.SecondPath),
        new("link", ScriptVerb.Link, Argument.Path, Argument.SecondPath),
        new("symlink", ScriptVerb.SymbolicLink, Argument.Path, Argument.SecondPathAt),
        new("readlink", ScriptVerb.ReadLink, Argument.PathAt),
        new("opendir", ScriptVerb.OpenDirectory, Argument.PathAt),
        new("readdir", ScriptVerb.ReadDirectory, Argument.DirectoryOrPath),
        new("rewinddir", ScriptVerb.RewindDirectory, Argument.Directory),
        new("closedir", ScriptVerb.CloseDirectory, Argument.Directory),
        new("chdir", ScriptVerb.ChangeDirectory, Argument.Path),
        new("stat", ScriptVerb.Stat, Argument.PathAt),
        new("lstat", ScriptVerb.LinkStat, Argument.PathAt),
        new("fstat", ScriptVerb.StatHandle, Argument.Descriptor),
        new("chmod", ScriptVerb.ChangeMode, Argument.PathAt, Argument.Mode),
        new("fchmod", ScriptVerb.ChangeModeHandle, Argument.Descriptor, Argument.Mode),
        new("chown", ScriptVerb.ChangeOwner, Argument.PathAt, Argument.User, Argument.Group),
        new("utimens", ScriptVerb.SetModified, Argument.PathAt, Argument.Count),
        new("flock", ScriptVerb.Lock, Argument.Descriptor, Argument.Lock),
        new("umask", ScriptVerb.Umask, Argument.Mode),
        new("dump", ScriptVerb.Dump, Argument.OptionalPath),
        new("create", ScriptVerb.Create, Argument.User, Argument.Group),
        new("destroy", ScriptVerb.Destroy),
        new("add_user_to_group", ScriptVerb.AddUserToGroup, Argument.User, Argument.Group),
    ];

    /// <summary>The verbs that may carry "!".</summary>
    internal static bool CanBeWhole(ScriptVerb verb) =>
        verb is ScriptVerb.Read or ScriptVerb.ReadAt or ScriptVerb.Write or ScriptVerb.WriteAt;
}
