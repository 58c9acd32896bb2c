using System.Globalization;

namespace TwoDoors.Conformance.Tests.Generation;

/// <summary>Makes random scripts over a small tree: few names, so that calls meet what others left.</summary>
internal sealed class ScriptGenerator(ulong seed)
{
    private const string SecondProcess = "Pid 2 -> ";

    private static readonly string[] MoreFlags =
        ["O_CREAT", "O_EXCL", "O_TRUNC", "O_APPEND", "O_DIRECTORY", "O_NOFOLLOW", "O_SYNC"];

    private static readonly string[] OddPaths =
        ["", "/", ".", "..", "//", "a/.", "a/..", "../a", "./b", new string('n', 256), "a//b"];

    private readonly Dice dice = new(seed);
    private bool twoProcesses;

    /// <summary>The lines of a script after its header.</summary>
    internal List<string> Lines(int calls)
    {
        List<string> lines = [];
        twoProcesses = dice.OneIn(2);
        if (twoProcesses)
        {
            lines.Add(SecondProcess + "create (User_id 1) (Group_id 1)");
            if (dice.OneIn(2))
                lines.Add("add_user_to_group (User_id 1) (Group_id 2)");
        }

        if (!dice.OneIn(3))
            AddTree(lines);
        while (lines.Count < calls)
            lines.Add((twoProcesses && dice.OneIn(3) ? SecondProcess : "") + Call());
        return lines;
    }

    /// <summary>Something to start from, so that fewer calls end at a name that is not there.</summary>
    private void AddTree(List<string> lines)
    {
        lines.Add($"mkdir \"a\" {dice.Of("0o777", "0o777", "0o755", "0o1777")}");
        lines.Add($"open_close \"b\" [O_CREAT;O_WRONLY] {dice.Of("0o666", "0o600")}");
        lines.Add($"mkdir \"a/b\" {dice.Of("0o777", "0o700")}");
        lines.Add("open_close \"a/a\" [O_CREAT;O_WRONLY] 0o644");
        lines.Add($"symlink \"{dice.Of("a", "b", "a/b", "none", "c")}\" \"c\"");
        lines.Add($"{dice.Of("link \"b\"", "symlink \"../a\"", "rename \"b\"")} \"a/d\"");
    }

    private string Call() => dice.Below(40) switch
    {
        < 4 => $"mkdir {AtPath()} {Mode()}",
        < 7 => $"open_close {Path()} [O_CREAT;O_WRONLY] {Mode()}",
        < 10 => $"symlink {Path()} {AtPath()}",
        < 13 => $"link {Path()} {Path()}",
        < 18 => $"{dice.Of("rename", "rename", "rename_noreplace", "rename_exchange")} {Path()} {Path()}",
        < 20 => $"unlink {AtPath()}",
        < 22 => $"rmdir {AtPath()}",
        < 26 => $"{dice.Of("open", "open", "open_close")} {AtPath()} {Flags()} {Mode()}",
        < 31 => HandleCall(),
        < 34 => Attributes(),
        < 36 => Looking(),
        36 => $"truncate {Path()} {Size()}",
        37 => $"chdir {Path()}",
        38 => dice.OneIn(2) ? $"umask {Mode()}" : $"utimens {AtPath()} 1000000000",
        _ => Stream(),
    };

    private string HandleCall() => dice.Below(14) switch
    {
        < 2 => $"close {Descriptor()}",
        2 => $"read{Whole()} {Descriptor()} {dice.Below(6)}",
        3 => $"pread{Whole()} {Descriptor()} {dice.Below(6)} {Offset()}",
        < 6 => $"write{Whole()} {Descriptor()} \"{dice.Of("x", "yz", "hello")}\" {dice.Below(6)}",
        6 => $"pwrite{Whole()} {Descriptor()} \"{dice.Of("P", "QRS")}\" {dice.Below(4)} {Offset()}",
        7 => $"lseek {Descriptor()} {Offset()} {dice.Of("SEEK_SET", "SEEK_CUR", "SEEK_END", "7")}",
        8 => $"ftruncate {Descriptor()} {Size()}",
        9 => $"fstat {Descriptor()}",
        10 => $"fchmod {Descriptor()} {Mode()}",
        11 => $"{dice.Of("fsync", "fdatasync", "syncfs")} {Descriptor()}",
        _ => $"flock {Descriptor()} {dice.Of("LOCK_SH", "LOCK_EX", "LOCK_UN")}",
    };

    private string Attributes() => dice.OneIn(3)
        ? $"chown {AtPath()} (User_id {dice.Below(3)}) (Group_id {dice.Below(3)})"
        : $"chmod {AtPath()} {Mode()}";

    private string Looking() => $"{dice.Of("stat", "lstat", "readlink", "readdir")} {Path()}";

    private string Stream() => dice.Below(5) switch
    {
        < 2 => $"opendir {AtPath()}",
        2 => $"rewinddir (DH {1 + dice.Below(2)})",
        3 => $"closedir (DH {1 + dice.Below(2)})",
        _ => $"readdir (DH {1 + dice.Below(2)})",
    };

    private string AtPath() => dice.OneIn(8) ? $"{Descriptor()} {Path()}" : Path();

    private string Path()
    {
        if (dice.OneIn(14))
            return $"\"{dice.Of(OddPaths)}\"";
        string path = dice.OneIn(4) ? "/" : "";
        int depth = dice.Of(1, 1, 1, 2, 2, 3);
        for (int i = 0; i < depth; i++)
            path += (i == 0 ? "" : "/") + dice.Of("a", "a", "b", "b", "c", "d");
        return $"\"{path}{(dice.OneIn(8) ? "/" : "")}\"";
    }

    private string Flags()
    {
        List<string> flags = [dice.Of("O_RDONLY", "O_WRONLY", "O_RDWR")];
        foreach (string flag in MoreFlags)
        {
            if (dice.OneIn(flag == "O_CREAT" ? 2 : 5))
                flags.Add(flag);
        }

        return $"[{string.Join(';', flags)}]";
    }

    private string Mode() => dice.Of(
        "0o777", "0o777", "0o755", "0o700", "0o666", "0o644", "0o600", "0o000", "0o111", "0o444", "0o555", "0o311",
        "0o070", "0o007", "0o750", "0o1770", "0o2775", "0o4755", "0o2711", "<rwxr-x--->");

    private string Descriptor() => $"(FD {dice.Of(3, 3, 3, 4, 4, 5, 9)})";

    private string Whole() => dice.OneIn(2) ? "!" : "";

    private string Offset() => dice.Of(-3, 0, 0, 1, 2, 5, 700).ToString(CultureInfo.InvariantCulture);

    private string Size() => dice.Of(-1, 0, 1, 4, 9, 600).ToString(CultureInfo.InvariantCulture);
}
