using System.Text;
using TwoDoors.Model.Script;

namespace TwoDoors.Conformance.Tests.Generation;

/// <summary>Keeps the generated scripts that exercise something new, each cut down to the lines it needs.</summary>
internal sealed class Harvest
{
    private readonly SortedSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>The scripts that were kept: file name and text.</summary>
    internal List<KeyValuePair<string, string>> Kept { get; } = [];

    /// <summary>Looks at one generated script.</summary>
    /// <param name="lines">Without header.</param>
    /// <param name="coarse">Keep it only for a new pair of call and answer.</param>
    /// <param name="most">Keep no more scripts than this.</param>
    internal void Look(List<string> lines, bool coarse, int most)
    {
        List<string> keys = Novelty.Keys(Parse(lines));
        for (int i = 0; i < keys.Count && Kept.Count < most; i++)
        {
            string key = coarse ? Novelty.Coarse(keys[i]) : keys[i];
            bool dull = Answers(keys[i], "ENOENT") || Answers(keys[i], "EBADF");
            if (seen.Contains(key) || (dull && !coarse))
                continue;
            List<string> small = Shrink(lines[..(i + 1)], keys[i]);
            foreach (string met in Novelty.Keys(Parse(small)))
            {
                seen.Add(met);
                seen.Add(Novelty.Coarse(met));
            }

            Keep(small, keys[i]);
        }
    }

    internal static string Text(List<string> lines, string comment)
    {
        StringBuilder text = new("@type script\n");
        text.Append("# ").Append(comment).Append('\n');
        foreach (string line in lines)
            text.Append(line).Append('\n');
        return text.Append("dump \"/\"\n").ToString();
    }

    internal static PosixScript Parse(List<string> lines)
    {
        byte[] text = Encoding.UTF8.GetBytes("@type script\n" + string.Join('\n', lines));
        PosixScript? script = ScriptParser.Parse("generated", text, out ScriptMistake? mistake);
        return script ?? throw new InvalidOperationException($"the generator made a bad script: {mistake}");
    }

    /// <summary>Leaves out every line without which the last call still does the same.</summary>
    private static List<string> Shrink(List<string> lines, string key)
    {
        List<string> small = [.. lines];
        for (int i = small.Count - 2; i >= 0; i--)
        {
            List<string> smaller = [.. small];
            smaller.RemoveAt(i);
            if (Novelty.Keys(Parse(smaller))[^1] == key)
                small = smaller;
        }

        return small;
    }

    private static bool Answers(string key, string errno) => key.Contains($" {errno}|", StringComparison.Ordinal);

    private void Keep(List<string> lines, string key)
    {
        string[] words = Novelty.Coarse(key).ToUpperInvariant().Split(' ');
        string call = lines[^1].Replace("Pid 2 -> ", "", StringComparison.Ordinal).Split(' ')[0].TrimEnd('!');
        string name = $"{call}-{string.Join('-', words[1..])}-{Kept.Count + 1:d3}.script";
        Kept.Add(new(name, Text(lines, $"New here: {key.Replace("|", ", ", StringComparison.Ordinal)}.")));
    }
}
