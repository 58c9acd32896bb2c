namespace TwoDoors.Sim.Scenarios.Threads;

/// <summary>The text of a thread, and where each line of it is in the file.</summary>
/// <param name="Name">The thread's name.</param>
/// <param name="Text">One statement a line, or as its author wrote it.</param>
/// <param name="Lines">Where each line of the text starts.</param>
internal sealed record ThreadSource(string Name, string Text, IReadOnlyList<Position> Lines)
{
    /// <summary>Reads one text, or a list of steps.</summary>
    /// <exception cref="ScenarioException">It is neither.</exception>
    public static ThreadSource Of(Entry entry)
    {
        List<string> texts = [];
        List<Position> lines = [];
        foreach (Node item in entry.Value is Sequence list ? list.Items : [entry.Value])
        {
            if (item is not Scalar { IsEmpty: false } step)
            {
                throw new ScenarioException(
                    item.At, $"'{entry.Key}': expected a step such as x = 1, found {item.Kind}");
            }

            string text = step.Text.TrimEnd('\n');
            texts.Add(text);
            for (int line = 0; line <= text.Count(c => c == '\n'); line++)
                lines.Add(step.TextAt.Line == 0 ? step.TextAt : step.TextAt with { Line = step.TextAt.Line + line });
        }

        return texts.Count > 0
            ? new ThreadSource(entry.Key, string.Join('\n', texts), lines)
            : throw new ScenarioException(entry.Value.At, $"'{entry.Key}': expected at least one step");
    }

    /// <summary>A place of the text in the file.</summary>
    /// <param name="line">Line in the text, from 1.</param>
    /// <param name="column">Column in that line, from 1.</param>
    public Position PlaceOf(int line, int column)
    {
        Position start = Lines[Math.Min(line, Lines.Count) - 1];
        return start.Line == 0 ? start : start with { Column = start.Column + column - 1 };
    }
}
