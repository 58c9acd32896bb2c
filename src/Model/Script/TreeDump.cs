using System.Security.Cryptography;
using TwoDoors.Model.World;

namespace TwoDoors.Model.Script;

/// <summary>Everything below a path, seen through the calls of one process.</summary>
internal sealed class TreeDump(IFileSystem files)
{
    /// <summary>Longer contents are shown by their hash.</summary>
    private const int ShownBytesMax = 1024;

    private readonly List<KeyValuePair<FilePath, IReadOnlyList<ScriptFact>>> entries = [];
    private readonly byte[] buffer = new byte[64 * 1024];

    internal async ValueTask<IReadOnlyList<ScriptEntry>> Below(FilePath root)
    {
        await Visit(root);
        entries.Sort((left, right) => left.Key.CompareTo(right.Key));
        return [.. entries.Select(entry => new ScriptEntry(ByteText.Of(entry.Key.Bytes), entry.Value))];
    }

    /// <summary>What two file systems must agree on. The size of a directory is its file system's own affair.</summary>
    internal static List<ScriptFact> Facts(in FileStatus status)
    {
        string kind = status.Kind switch
        {
            FileKind.Regular => "regular",
            FileKind.Directory => "directory",
            FileKind.SymbolicLink => "symlink",
            _ => "other",
        };
        List<ScriptFact> facts =
        [
            ScriptFact.Of("kind", kind),
            ScriptFact.Of("mode", Octal(status.Mode)),
            ScriptFact.Of("links", status.Links),
            ScriptFact.Of("uid", status.UserId),
            ScriptFact.Of("gid", status.GroupId),
        ];
        if (status.Kind != FileKind.Directory)
            facts.Add(ScriptFact.Of("size", status.LengthBytes));
        return facts;
    }

    internal static string Octal(int mode) => "0o" + Convert.ToString(mode, 8).PadLeft(3, '0');

    private async ValueTask Visit(FilePath path)
    {
        Result<FileStatus> status = await files.LinkStat(path);
        if (!status.IsOk)
        {
            Add(path, [ScriptFact.Of("errno", status.Errno.ToString())]);
            return;
        }

        List<ScriptFact> facts = Facts(status.Value);
        Add(path, facts);
        switch (status.Value.Kind)
        {
            case FileKind.SymbolicLink:
                Result<FilePath> target = await files.ReadLink(path);
                facts.Add(target.IsOk
                    ? ScriptFact.Of("target", ByteText.Of(target.Value.Bytes))
                    : Failed(target.Errno));
                break;
            case FileKind.Regular:
                facts.Add(await Content(path));
                break;
            case FileKind.Directory:
                await Children(path, facts);
                break;
        }
    }

    private async ValueTask<ScriptFact> Content(FilePath path)
    {
        Result<Handle> file = await files.Open(path, OpenFlags.ReadOnly);
        if (!file.IsOk)
            return Failed(file.Errno);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] head = [];
        long length = 0;
        Result<int> read;
        while ((read = await files.Read(file.Value, buffer)) is { IsOk: true, Value: > 0 })
        {
            hash.AppendData(buffer, 0, read.Value);
            if (length == 0)
                head = buffer[..read.Value];
            length += read.Value;
        }

        await files.Close(file.Value);
        if (!read.IsOk)
            return Failed(read.Errno);
        return length <= ShownBytesMax && head.Length == length
            ? ScriptFact.Of("bytes", ByteText.Of(head))
            : ScriptFact.Of("sha256", Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private async ValueTask Children(FilePath path, List<ScriptFact> facts)
    {
        Result<Handle> directory = await files.Open(path, OpenFlags.Directory);
        if (!directory.IsOk)
        {
            facts.Add(Failed(directory.Errno));
            return;
        }

        List<FilePath> names = [];
        Errno error = await ScriptStream.ReadAll(files, directory.Value, names);
        await files.Close(directory.Value);
        if (error != Errno.Ok)
            facts.Add(Failed(error));
        foreach (FilePath name in names)
            await Visit(path / name);
    }

    private void Add(FilePath path, List<ScriptFact> facts) => entries.Add(new(path, facts));

    private static ScriptFact Failed(Errno errno) => ScriptFact.Of("errno", errno.ToString());
}
