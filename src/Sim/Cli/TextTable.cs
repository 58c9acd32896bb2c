using Spectre.Console;

namespace TwoDoors.Sim.Cli;

/// <summary>Rows under a heading: boxed and in colour on a terminal, plain columns elsewhere.</summary>
/// <param name="heading">One word a column; a leading # makes a column of numbers.</param>
public sealed class TextTable(params string[] heading)
{
    private readonly List<string[]> rows = [];

    /// <summary>Adds a row with a cell for each column.</summary>
    public void Add(params string[] cells) => rows.Add(cells);

    /// <summary>Prints it.</summary>
    public void Write(Surroundings here)
    {
        if (here.IsTerminal)
            Terminal.On(here).Write(Boxed());
        else
            WritePlain(here.Out);
    }

    /// <summary>For a terminal.</summary>
    public Table Boxed()
    {
        Table table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        foreach (string column in heading)
        {
            TableColumn made = new(new Text(column.TrimStart('#'), new Style(decoration: Decoration.Bold)));
            table.AddColumn(column.StartsWith('#') ? made.RightAligned().NoWrap() : made);
        }

        foreach (string[] row in rows)
            table.AddRow([.. row.Select(cell => new Text(cell, Tint(cell)))]);
        return table;
    }

    private static Style Tint(string cell) => cell switch
    {
        _ when cell.StartsWith("holds", StringComparison.Ordinal) => new Style(Color.Green),
        _ when cell.StartsWith("violates", StringComparison.Ordinal) => new Style(Color.Red),
        _ when cell.StartsWith("NO", StringComparison.Ordinal) => new Style(Color.Red, decoration: Decoration.Bold),
        _ when cell.StartsWith("not violated", StringComparison.Ordinal) => new Style(Color.Yellow),
        _ => Style.Plain,
    };

    private void WritePlain(TextWriter output)
    {
        int[] widths = [.. heading.Select((word, column) => rows.Select(row => row[column].Length)
            .Append(word.TrimStart('#').Length).Max())];
        WriteRow(output, widths, [.. heading.Select(word => word.TrimStart('#'))]);
        foreach (string[] row in rows)
            WriteRow(output, widths, row);
    }

    private void WriteRow(TextWriter output, int[] widths, string[] cells)
    {
        IEnumerable<string> padded = cells.Select((cell, column) => heading[column].StartsWith('#')
            ? cell.PadLeft(widths[column])
            : cell.PadRight(widths[column]));
        output.WriteLine(string.Join("  ", padded).TrimEnd());
    }
}
