using System.Globalization;

namespace TwoDoors.Sim.Scenarios.Threads;

/// <summary>The names of variables and mutexes, each of which means one thing.</summary>
internal sealed class SharedNames
{
    private const int PlacesMax = 10_000;

    private static readonly string[] Taken =
    [
        "assert", "atomic", "break", "cas", "else", "fail", "fetch_add", "if", "join", "local", "lock", "return",
        "spawn", "unlock", "while",
    ];

    private readonly SortedDictionary<string, Position> known = new(StringComparer.Ordinal);

    /// <summary>A name begins with a letter and goes on with letters and digits, and is no word of the
    /// language.</summary>
    /// <exception cref="ScenarioException">This one is none.</exception>
    public static void Check(Position at, string name)
    {
        bool good = (char.IsAsciiLetter(name[0]) || name[0] == '_')
            && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
        if (!good)
            throw new ScenarioException(at, $"expected a name of letters, digits and _, found '{name}'");
        if (Taken.Contains(name))
            throw new ScenarioException(at, $"'{name}' is a word of the language; expected another name");
    }

    /// <summary>The value of a variable at the start, or the values of an array.</summary>
    /// <exception cref="ScenarioException">They are no numbers.</exception>
    public static int[] Initial(Entry entry)
    {
        if (entry.Value is not Sequence list)
            return [Number(entry.Key, entry.Value)];
        int[] values = [.. list.Items.Select(item => Number(entry.Key, item))];
        return values.Length is > 0 and <= PlacesMax
            ? values
            : throw new ScenarioException(list.At, $"'{entry.Key}': expected 1 to {PlacesMax} numbers");
    }

    /// <summary>Adds a name.</summary>
    /// <exception cref="ScenarioException">It means something already.</exception>
    public void Add(Position at, string name)
    {
        Check(at, name);
        if (!known.TryAdd(name, at))
            throw new ScenarioException(at, $"'{name}' is given twice; first in {known[name]}");
    }

    /// <summary>Reads the key <c>mutexes</c>: a list of names, or names with how many there are of each.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> Mutexes(Fields keys)
    {
        List<KeyValuePair<string, int>> mutexes = [];
        if (keys.NodeOrNull("mutexes") is not Mapping mapping)
        {
            foreach (Scalar name in keys.Texts("mutexes"))
            {
                Add(name.At, name.Text);
                mutexes.Add(new(name.Text, 0));
            }

            return mutexes;
        }

        Fields counted = keys.Section("mutexes");
        foreach (Entry entry in mapping.Entries)
        {
            Add(entry.At, entry.Key);
            mutexes.Add(new(entry.Key, counted.Number(entry.Key, 0, PlacesMax)));
        }

        return mutexes;
    }

    private static int Number(string name, Node node) =>
        node is Scalar scalar
        && int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw new ScenarioException(node.At, $"'{name}': expected a number or a list of them, found {node.Kind}");
}
