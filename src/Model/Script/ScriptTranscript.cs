using System.Text;

namespace TwoDoors.Model.Script;

/// <summary>A run as text for people: a call a line, and what it answered.</summary>
public static class ScriptTranscript
{
    /// <summary>The run, a line feed after every line.</summary>
    public static string Write(ScriptRun run)
    {
        StringBuilder text = new();
        text.Append(run.Script.Name).Append(":\n");
        foreach (ScriptStep step in run.Steps)
        {
            text.Append($"{step.Command.Line,5}  ");
            if (step.Command.Process != 1)
                text.Append($"Pid {step.Command.Process} -> ");
            text.Append(step.Command.Text).Append(": ").Append(step.Answer);
            Append(text, step.Facts);
            if (step.Entries is not null)
                text.Append($" entries={string.Join(' ', step.Entries)}");
            text.Append('\n');
            foreach (ScriptEntry entry in step.Tree ?? [])
            {
                text.Append("         ").Append(entry.Path);
                Append(text, entry.Facts);
                text.Append('\n');
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, IReadOnlyList<ScriptFact> facts)
    {
        foreach (ScriptFact fact in facts)
        {
            string value = fact.Number?.ToString() ?? (fact.Text is null ? "none" : fact.Text);
            text.Append($" {fact.Name}={value}");
        }
    }
}
