using TwoDoors.Model.World;

namespace TwoDoors.Model.Script;

/// <summary>Reads one argument of a call.</summary>
internal static class ScriptArguments
{
    /// <summary>A value that no SeekFrom has: the kernel answers EINVAL.</summary>
    internal const SeekFrom WrongOrigin = (SeekFrom)99;

    /// <summary>SEEK_DATA and SEEK_HOLE, which the port does not have.</summary>
    internal const SeekFrom UnknownOrigin = (SeekFrom)98;

    /// <summary>The words of the flags. O_EXEC and O_SEARCH are no flags of Linux and ask for nothing;
    /// O_CLOEXEC is always set.</summary>
    private static readonly KeyValuePair<string, OpenFlags>[] FlagWords =
    [
        new("O_RDONLY", OpenFlags.ReadOnly),
        new("O_WRONLY", OpenFlags.WriteOnly),
        new("O_RDWR", OpenFlags.ReadWrite),
        new("O_CREAT", OpenFlags.Create),
        new("O_EXCL", OpenFlags.Exclusive),
        new("O_TRUNC", OpenFlags.Truncate),
        new("O_APPEND", OpenFlags.Append),
        new("O_DIRECTORY", OpenFlags.Directory),
        new("O_NOFOLLOW", OpenFlags.NoFollow),
        new("O_SYNC", OpenFlags.Sync),
        new("O_DSYNC", OpenFlags.DataSync),
        new("O_CLOEXEC", OpenFlags.ReadOnly),
        new("O_EXEC", OpenFlags.ReadOnly),
        new("O_SEARCH", OpenFlags.ReadOnly),
    ];

    private static readonly string[] OriginWords = ["SEEK_SET", "SEEK_CUR", "SEEK_END", "SEEK_DATA", "SEEK_HOLE"];

    private static readonly string[] LockWords = ["LOCK_SH", "LOCK_EX", "LOCK_UN"];

    internal static ScriptCommand Read(ref ScriptText line, Argument argument, ScriptCommand command) => argument switch
    {
        Argument.Path => command with { Path = Path(ref line) },
        Argument.SecondPath => command with { Other = Path(ref line) },
        Argument.PathAt => command with { File = At(ref line), Path = Path(ref line) },
        Argument.SecondPathAt => command with { File = At(ref line), Other = Path(ref line) },
        Argument.OptionalPath => command with { Path = line.AtEnd() ? "/"u8 : Path(ref line) },
        Argument.Descriptor => command with { File = Tagged(ref line, "FD") },
        Argument.Directory => command with { File = Tagged(ref line, "DH") },
        Argument.DirectoryOrPath => line.Peek() == (byte)'('
            ? command with { File = Tagged(ref line, "DH") }
            : command with { Path = Path(ref line) },
        Argument.Bytes => command with { Bytes = line.Quoted("the bytes in double quotes") },
        Argument.Count => command with { Number = line.Number("a number") },
        Argument.Second => command with { Second = line.Number("an offset") },
        Argument.Flags => command with { Flags = Flags(ref line) },
        Argument.Mode => command with { Number = Mode(ref line) },
        Argument.OptionalMode => line.AtEnd() ? command : command with { Number = Mode(ref line) },
        Argument.Origin => command with { Origin = Origin(ref line) },
        Argument.Lock => command with { Lock = (LockMode)OneOf(ref line, LockWords) },
        Argument.User when command.Verb == ScriptVerb.Create && line.AtEnd() => command,
        Argument.Group when command.Verb == ScriptVerb.Create && line.AtEnd() => command,
        Argument.User => command with { Number = Tagged(ref line, "User_id") },
        Argument.Group => command with { Second = Tagged(ref line, "Group_id") },
        _ => throw new ArgumentOutOfRangeException(nameof(argument)),
    };

    private static FilePath Path(ref ScriptText line)
    {
        const string What = "a path in double quotes or one that begins with '/'";
        if (line.Peek() == (byte)'/')
            return line.Bare();
        int start = line.Position;
        byte[] bytes = line.Quoted(What);
        if (!bytes.Contains((byte)0))
            return FilePath.Of(bytes);
        line.Fail("expected a path without the byte 0", start);
        return default;
    }

    private static int? At(ref ScriptText line) => line.Peek() == (byte)'(' ? Tagged(ref line, "FD") : null;

    private static int Tagged(ref ScriptText line, string tag)
    {
        line.Require($"({tag}", $"({tag} NUMBER)");
        if (line.Mistake is not null)
            return 0;
        long number = line.Number("a number");
        line.Require(")", "')'");
        return (int)Math.Clamp(number, -1, int.MaxValue / 2);
    }

    private static OpenFlags Flags(ref ScriptText line)
    {
        OpenFlags flags = OpenFlags.ReadOnly;
        line.Require("[", "'[' before the flags");
        if (line.Take("]"))
            return flags;
        do
        {
            line.SkipBlanks();
            int start = line.Position;
            string word = line.Word();
            int known = Array.FindIndex(FlagWords, flag => flag.Key == word);
            if (known < 0)
            {
                string hint = NearestWord.Hint(word, FlagWords.Select(flag => flag.Key));
                line.Fail($"expected a flag, not '{word}'{hint}", start);
            }
            else
            {
                flags |= FlagWords[known].Value;
            }
        }
        while (line.Mistake is null && line.Take(";"));
        line.Require("]", "';' or ']' after a flag");
        return flags;
    }

    private static long Mode(ref ScriptText line)
    {
        if (!line.Take("<"))
            return line.Number("a mode such as 0o644 or <rw-r--r-->");
        int start = line.Position;
        ReadOnlySpan<byte> letters = line.Bare();
        long mode = 0;
        bool right = letters.Length == 10 && letters[9] == (byte)'>';
        for (int i = 0; right && i < 9; i++)
        {
            int bit = 1 << (8 - i);
            int special = 0x800 >> (i / 3);
            byte plain = (i % 3) switch
            {
                0 => (byte)'r',
                1 => (byte)'w',
                _ => (byte)'x',
            };
            byte withExecute = i == 8 ? (byte)'t' : (byte)'s';
            byte without = i == 8 ? (byte)'T' : (byte)'S';
            bool last = i % 3 == 2;
            right = letters[i] == plain || letters[i] == (byte)'-' || (last && letters[i] == withExecute)
                || (last && letters[i] == without);
            mode |= letters[i] == plain || (last && letters[i] == withExecute) ? bit : 0L;
            mode |= last && (letters[i] == withExecute || letters[i] == without) ? special : 0L;
        }

        if (!right)
            line.Fail("expected nine letters and '>', such as <rw-r--r-->", start);
        return mode;
    }

    private static SeekFrom Origin(ref ScriptText line)
    {
        if (line.Peek() is >= (byte)'0' and <= (byte)'9')
            return line.Number("a number") is >= 0 and <= 2 and long known ? (SeekFrom)known : WrongOrigin;
        int word = OneOf(ref line, OriginWords);
        return word <= (int)SeekFrom.End ? (SeekFrom)word : UnknownOrigin;
    }

    private static int OneOf(ref ScriptText line, string[] words)
    {
        line.SkipBlanks();
        int start = line.Position;
        string word = line.Word();
        int known = Array.IndexOf(words, word);
        if (known < 0)
        {
            string hint = NearestWord.Hint(word, words);
            line.Fail($"expected one of {string.Join(", ", words)}, not '{word}'{hint}", start);
        }
        return Math.Max(known, 0);
    }
}
