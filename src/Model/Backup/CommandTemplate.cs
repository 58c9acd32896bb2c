using TwoDoors.Model.World;

namespace TwoDoors.Model.Backup;

/// <summary>The words of -b: %N is the base, %L the real directory, %K the host, %% a percent sign.</summary>
/// <remarks>The words are split at blanks before anything is put in for a percent sign, so a name with a blank or a
/// percent sign in it stays one word and is not read again. (The original put names in first and then gave the whole to
/// strftime.)</remarks>
public sealed class CommandTemplate
{
    private readonly IReadOnlyList<FilePath> words;
    private readonly FilePath host;

    private CommandTemplate(IReadOnlyList<FilePath> words, FilePath host)
    {
        this.words = words;
        this.host = host;
    }

    /// <summary>Reads the words.</summary>
    /// <param name="text">Words with blanks between them.</param>
    /// <param name="host">What %K stands for.</param>
    /// <param name="mistake">What is wrong with it, or empty.</param>
    /// <returns>Null where there is a mistake.</returns>
    public static CommandTemplate? Parse(string text, FilePath host, out string mistake)
    {
        string[] parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        mistake = "";
        if (parts.Length == 0 || parts[0][0] != '/')
            mistake = $"expected the absolute path of a program first, found '{text}'";
        foreach (string part in parts)
        {
            for (int at = part.IndexOf('%', StringComparison.Ordinal); at >= 0 && mistake.Length == 0;
                at = at + 2 > part.Length ? -1 : part.IndexOf('%', at + 2))
            {
                char what = at + 1 < part.Length ? part[at + 1] : ' ';
                if (!"NLK%".Contains(what, StringComparison.Ordinal))
                    mistake = $"expected %N, %L, %K or %%, found '{part[at..Math.Min(part.Length, at + 2)]}'";
            }
        }

        return mistake.Length > 0 ? null : new CommandTemplate([.. parts.Select(FilePath.Of)], host);
    }

    /// <summary>The command for a base.</summary>
    /// <param name="baseName">%N, and the label by which it is found again.</param>
    /// <param name="real">%L.</param>
    /// <param name="nice">As in <see cref="Launch.Nice"/>.</param>
    public Launch For(FilePath baseName, FilePath real, int nice) =>
        new(baseName, [.. words.Select(word => Filled(word, baseName, real))], nice);

    private FilePath Filled(FilePath word, FilePath baseName, FilePath real)
    {
        List<byte> made = new(word.Length + real.Length);
        ReadOnlySpan<byte> rest = word.Bytes;
        for (int at = rest.IndexOf((byte)'%'); at >= 0; at = rest.IndexOf((byte)'%'))
        {
            made.AddRange(rest[..at]);
            made.AddRange(rest[at + 1] switch
            {
                (byte)'N' => baseName.Bytes,
                (byte)'L' => real.Bytes,
                (byte)'K' => host.Bytes,
                _ => "%"u8,
            });
            rest = rest[(at + 2)..];
        }

        made.AddRange(rest);
        return FilePath.Of(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(made));
    }
}
