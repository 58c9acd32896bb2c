using TwoDoors.Model.Script;

namespace TwoDoors.Sim.Explore.Threads;

/// <summary>What the names of a program mean, while its threads are compiled.</summary>
internal sealed class ProgramNames(
    IReadOnlyList<SharedObject> variables, IReadOnlyList<SharedObject> mutexes, IReadOnlyList<string> threads)
{
    private static readonly string[] Statements =
        ["assert", "atomic", "break", "fail", "if", "join", "local", "lock", "return", "spawn", "unlock", "while"];

    private readonly List<string> texts = [];

    /// <summary>What failures say.</summary>
    public IReadOnlyList<string> Texts => texts;

    /// <summary>The variable of this name, or null.</summary>
    public SharedObject? Variable(string name) => Find(variables, name);

    /// <summary>The mutex of this name, or null.</summary>
    public SharedObject? Mutex(string name) => Find(mutexes, name);

    /// <summary>True when this is the name of a mutex.</summary>
    public bool IsMutex(string name) => Mutex(name) is not null;

    /// <summary>The number of the thread of this name, or -1.</summary>
    public int ThreadNumber(string name)
    {
        for (int i = 0; i < threads.Count; i++)
        {
            if (threads[i] == name)
                return i;
        }

        return -1;
    }

    /// <summary>The number of a text; the same text has the same number.</summary>
    public int TextNumber(string text)
    {
        int known = texts.IndexOf(text);
        if (known >= 0)
            return known;
        texts.Add(text);
        return texts.Count - 1;
    }

    /// <summary>A hint at the nearest variable.</summary>
    public string NearestVariable(string name) => Hint(name, [.. variables.Select(one => one.Name)]);

    /// <summary>A hint at the nearest mutex.</summary>
    public string NearestMutex(string name) => Hint(name, [.. mutexes.Select(one => one.Name)]);

    /// <summary>A hint at the nearest thread.</summary>
    public string NearestThread(string name) => Hint(name, threads);

    /// <summary>A hint at the nearest statement.</summary>
    public string NearestStatement(string name) => Hint(name, Statements);

    private static string Hint(string word, IReadOnlyList<string> known) =>
        NearestWord.Hint(word, known);

    private static SharedObject? Find(IReadOnlyList<SharedObject> all, string name)
    {
        foreach (SharedObject one in all)
        {
            if (one.Name == name)
                return one;
        }

        return null;
    }
}
