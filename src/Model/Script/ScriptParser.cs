namespace TwoDoors.Model.Script;

/// <summary>Reads the text scripts of file calls that SibylFS defined.</summary>
/// <remarks>Source: Ridge et al., "SibylFS: formal specification and oracle-based testing for POSIX and real-world
/// file systems", SOSP 2015, and its public test suite.</remarks>
public static class ScriptParser
{
    private const string Header = "@type script";

    /// <summary>Reads a script.</summary>
    /// <param name="name">What mistakes cite.</param>
    /// <param name="text">The file's bytes.</param>
    /// <param name="mistake">The first mistake, or null.</param>
    /// <returns>The script, or null when there is a mistake.</returns>
    public static PosixScript? Parse(string name, ReadOnlySpan<byte> text, out ScriptMistake? mistake)
    {
        List<ScriptCommand> commands = [];
        bool begun = false;
        int number = 0;
        while (text.Length > 0)
        {
            int end = text.IndexOf((byte)'\n');
            ScriptText line = new(end < 0 ? text : text[..end]);
            text = end < 0 ? default : text[(end + 1)..];
            number++;
            if (line.AtEnd())
                continue;
            if (begun)
                commands.Add(Command(ref line, number));
            else
                line.Require(Header, $"'{Header}' before the first call");
            begun = true;
            if (line.Mistake is null && !line.AtEnd())
                line.FailHere("the end of the line");
            if (line.Mistake is not null)
            {
                mistake = new ScriptMistake(name, number, line.MistakeColumn, line.Mistake);
                return null;
            }
        }

        mistake = begun ? null : new ScriptMistake(name, 1, 1, $"expected '{Header}', but the file is empty");
        return begun ? new PosixScript(name, commands) : null;
    }

    private static ScriptCommand Command(ref ScriptText line, int number)
    {
        int process = 1;
        if (line.Take("Pid "))
        {
            process = (int)Math.Clamp(line.Number("a process number"), 0, int.MaxValue);
            line.Require("->", "'->' after the process number");
        }

        line.SkipBlanks();
        ScriptText all = line;
        int start = line.Position;
        string word = line.Word();
        bool whole = word.EndsWith('!');
        Production? known = Find(whole ? word[..^1] : word);
        if (known is null || (whole && !ScriptGrammar.CanBeWhole(known.Verb)))
        {
            IEnumerable<string> words = ScriptGrammar.Productions.Select(production => production.Word);
            line.Fail($"expected a call, not '{word}'{NearestWord.Hint(word.TrimEnd('!'), words)}", start);
            known = ScriptGrammar.Productions[0];
        }

        ScriptCommand command = new() { Line = number, Process = process, Verb = known.Verb, Text = "", Whole = whole };
        foreach (Argument argument in known.Arguments)
        {
            if (line.Mistake is null)
                command = ScriptArguments.Read(ref line, argument, command);
        }

        return command with { Text = all.Until(line.Position) };
    }

    private static Production? Find(string word)
    {
        foreach (Production production in ScriptGrammar.Productions)
        {
            if (production.Word == word)
                return production;
        }

        return null;
    }
}
