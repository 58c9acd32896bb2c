using TwoDoors.Model.Recipe;
using TwoDoors.Model.World;

namespace TwoDoors.Sim.Scenarios.Recipe;

/// <summary>Reads the steps that are one host call each.</summary>
internal static class CallReader
{
    private static readonly string[] FlagWords =
    [
        "read-only", "write-only", "read-write", "create", "exclusive", "truncate", "append", "directory", "no-follow",
        "sync", "data-sync",
    ];

    private static readonly OpenFlags[] FlagValues =
    [
        OpenFlags.ReadOnly, OpenFlags.WriteOnly, OpenFlags.ReadWrite, OpenFlags.Create, OpenFlags.Exclusive,
        OpenFlags.Truncate, OpenFlags.Append, OpenFlags.Directory, OpenFlags.NoFollow, OpenFlags.Sync,
        OpenFlags.DataSync,
    ];

    /// <summary>The calls, each with the key that a bare value stands for.</summary>
    public static IReadOnlyList<StepWord> Words { get; } =
    [
        new("open", "path", (call, scope) => new OpenStep(
            Path(call, scope, "path"), Flags(call), Mode(call, 0x1A4), scope.Open(call.Scalar("as")))),
        new("creat", "path", (call, scope) => new OpenStep(
            Path(call, scope, "path"),
            OpenFlags.Create | OpenFlags.Truncate | OpenFlags.WriteOnly,
            Mode(call, 0x1A4),
            scope.Open(call.Scalar("as")))),
        new("close", "file", (call, scope) => new CloseStep(scope.Close("close.file", call.Scalar("file")))),
        new("write", "to", (call, scope) => Write(call, scope, atEnd: false)),
        new("append", "to", (call, scope) => Write(call, scope, atEnd: true)),
        new("read", "path", Read),
        new("truncate", "path", (call, scope) => new TruncateStep(
            File(call, scope), PathOrNull(call, scope, "path", "file"), call.NumberOrNull("length", 0, 1 << 24) ?? 0)),
        new("fsync", "file", (call, scope) => Sync(call, scope, SyncKind.All)),
        new("fdatasync", "file", (call, scope) => Sync(call, scope, SyncKind.Data)),
        new("syncfs", "file", (call, scope) => Sync(call, scope, SyncKind.FileSystem)),
        new("chmod", "path", (call, scope) => new ChangeModeStep(
            File(call, scope), PathOrNull(call, scope, "path", "file"), Mode(call, null))),
        new("lock", "file", (call, scope) => new LockStep(Handle(call, scope, "file"), Locking(call))),
        new("mkdir", "path", (call, scope) => new MakeDirectoryStep(
            scope.MakeDirectory(Path(call, scope, "path")), Mode(call, 0x1ED))),
        new("rmdir", "path", (call, scope) => new RemoveDirectoryStep(Path(call, scope, "path"))),
        new("unlink", "path", (call, scope) => new UnlinkStep(Path(call, scope, "path"))),
        new("rename", "from", (call, scope) => new RenameStep(
            Path(call, scope, "from"), Path(call, scope, "to"), Renaming(call))),
        new("link", "from", (call, scope) => new LinkStep(Path(call, scope, "from"), Path(call, scope, "to"))),
        new("symlink", "target", (call, scope) => new SymbolicLinkStep(
            new PathTemplate(call.Text("target")), Path(call, scope, "path"))),
        new("join", "activity", (call, scope) => new JoinStep(scope.Earlier(call.Scalar("activity")))),
        new("fresh-name", "as", (call, scope) => new FreshNameStep(scope.Bind("fresh-name.as", call.Scalar("as")))),
        new("inode-of", "path", (call, scope) => new InodeStep(
            File(call, scope),
            PathOrNull(call, scope, "path", "file"),
            scope.Bind("inode-of.as", call.Scalar("as")))),
    ];

    /// <summary>The errors after which a call's activity goes on.</summary>
    public static IReadOnlyList<Errno> Allowed(Fields call)
    {
        List<Errno> allowed = [];
        if (call.Word("missing", ["ok"], "") == "ok")
            allowed.Add(Errno.ENOENT);
        if (call.Word("exists", ["ok"], "") == "ok")
            allowed.Add(Errno.EEXIST);
        string[] names = [.. Enum.GetNames<Errno>().Where(name => name != nameof(Errno.Ok))];
        foreach (string name in call.Words("fails", names))
            allowed.Add(Enum.Parse<Errno>(name));
        return allowed;
    }

    /// <summary>The error that a call has to answer, or null.</summary>
    public static Errno? Required(Fields call)
    {
        if (!call.Has("must-fail"))
            return null;
        string[] names = [.. Enum.GetNames<Errno>().Where(name => name != nameof(Errno.Ok))];
        return Enum.Parse<Errno>(call.Word("must-fail", names, ""));
    }

    /// <summary>A path that must be there.</summary>
    public static PathTemplate Path(Fields call, StepScope scope, string key) => scope.Path(key, call.Scalar(key));

    private static PathTemplate? PathOrNull(Fields call, StepScope scope, string key, string other)
    {
        if (!call.Has(key))
            return null;
        return call.Has(other)
            ? throw call.Wrong(key, $"'{other}' is given too; one of them is enough")
            : Path(call, scope, key);
    }

    private static string Handle(Fields call, StepScope scope, string key) => scope.Use(key, call.Scalar(key));

    // A handle is required where no path is given; the missing key is then named as the path's, the usual one.
    private static string? File(Fields call, StepScope scope)
    {
        if (call.Has("file"))
            return Handle(call, scope, "file");
        call.Node("path", "a path; or a handle as 'file'");
        return null;
    }

    private static byte[]? TextOrNull(Fields call, string key) =>
        call.NodeOrNull(key) is { } node ? TextValue.Read(key, node) : null;

    private static Step Read(Fields call, StepScope scope)
    {
        byte[]? expected = TextOrNull(call, "expect");
        string? kept = call.Has("as") ? scope.KeepText(call.Scalar("as")) : null;
        if (!call.Has("from"))
            return new ReadStep(Path(call, scope, "path"), expected, kept);
        if (call.Has("path"))
            throw call.Wrong("path", "'from' is given too; one of them is enough");
        string handle = Handle(call, scope, "from");
        long? offset = call.NumberOrNull("at", 0, 1 << 24);
        return new ReadHandleStep(handle, call.Number("length", 1, 1 << 24), offset, expected, kept);
    }

    private static WriteStep Write(Fields call, StepScope scope, bool atEnd)
    {
        string handle = Handle(call, scope, "to");
        long? offset = atEnd ? null : call.NumberOrNull("at", 0, 1 << 24);
        if (call.Has("zeros"))
            return new WriteStep(handle, new byte[call.Number("zeros", 0, 1 << 24)], null, null, offset, atEnd);
        if (call.Has("content-of"))
            return new WriteStep(handle, [], Path(call, scope, "content-of"), null, offset, atEnd);
        if (call.Has("read"))
            return new WriteStep(handle, [], null, scope.Text("read", call.Scalar("read")), offset, atEnd);
        byte[] text = TextValue.Read("text", call.Node("text", "what is written; or 'zeros', 'content-of', 'read'"));
        return new WriteStep(handle, text, null, null, offset, atEnd);
    }

    private static SyncStep Sync(Fields call, StepScope scope, SyncKind kind)
    {
        PathTemplate? directory = PathOrNull(call, scope, "directory", "file");
        PathTemplate? path = directory ?? PathOrNull(call, scope, "path", "file");
        if (directory is not null && call.Has("path"))
            throw call.Wrong("path", "'directory' is given too; one of them is enough");
        if (path is null && !call.Has("file"))
            call.Node("file", "a handle; or a 'directory', or a 'path' that is opened for it");
        string? handle = path is null ? Handle(call, scope, "file") : null;
        call.Node("point", "a name for this sync, such as fsync(d): traces and ablation cite it");
        return new SyncStep(kind, handle, path, directory is not null, scope.Point(call.Scalar("point")));
    }

    private static OpenFlags Flags(Fields call)
    {
        OpenFlags flags = OpenFlags.ReadOnly;
        IReadOnlyList<string> words = call.Words("flags", FlagWords);
        foreach (string word in words)
            flags |= FlagValues[Array.IndexOf(FlagWords, word)];
        if (words.Count(word => word is "read-only" or "write-only" or "read-write") > 1)
            throw call.Wrong("flags", "one of read-only, write-only and read-write is enough");
        if (flags.HasFlag(OpenFlags.Exclusive) && !flags.HasFlag(OpenFlags.Create))
            throw call.Wrong("flags", "'exclusive' means nothing without 'create'");
        return flags;
    }

    private static int Mode(Fields call, int? otherwise)
    {
        if (otherwise is { } mode && !call.Has("mode"))
            return mode;
        string text = call.Text("mode");
        bool octal = text.Length is >= 1 and <= 5 && text.All(c => c is >= '0' and <= '7');
        int bits = octal ? Convert.ToInt32(text, 8) : -1;
        return bits is >= 0 and <= 0xFFF
            ? bits
            : throw call.Wrong("mode", $"expected octal permission bits such as 0600, found '{text}'");
    }

    private static LockMode Locking(Fields call) =>
        call.Word("mode", ["shared", "exclusive", "unlocked"], "exclusive") switch
        {
            "shared" => LockMode.Shared,
            "exclusive" => LockMode.Exclusive,
            _ => LockMode.Unlocked,
        };

    private static RenameMode Renaming(Fields call) =>
        call.Word("mode", ["replace", "no-replace", "exchange"], "replace") switch
        {
            "replace" => RenameMode.Replace,
            "no-replace" => RenameMode.NoReplace,
            _ => RenameMode.Exchange,
        };
}

/// <summary>A step that is one call.</summary>
/// <param name="Name">The word it is written with.</param>
/// <param name="MainKey">The key that a bare value stands for.</param>
/// <param name="Read">Reads its keys.</param>
internal sealed record StepWord(string Name, string MainKey, Func<Fields, StepScope, Step> Read);
