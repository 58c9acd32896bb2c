using TwoDoors.Model.World;

namespace TwoDoors.Sim.Scenarios.Recipe;

/// <summary>Reads the key <c>given</c>: what is on the disk at the start.</summary>
internal sealed class GivenContent
{
    private readonly SortedSet<FilePath> directories = [];
    private readonly SortedDictionary<FilePath, byte[]> files = [];

    /// <summary>Reads it. A path that ends in a slash, or has no value, is a directory; the directories above
    /// everything are made.</summary>
    public static GivenContent Read(Fields keys, IReadOnlyList<FilePath> mounts)
    {
        GivenContent given = new();
        foreach (FilePath mount in mounts)
            given.directories.Add(mount);
        if (keys.NodeOrNull("given") is not { } node)
            return given;
        if (node is not Mapping mapping)
            throw new ScenarioException(node.At, $"'given': expected paths with their content, found {node.Kind}");
        foreach (Entry entry in mapping.Entries)
            given.Add(entry);
        return given;
    }

    /// <summary>For the loader.</summary>
    public StartContent Start => new([.. directories], [.. files]);

    /// <summary>Everything that is there at the start.</summary>
    public IEnumerable<FilePath> Paths => directories.Concat(files.Keys);

    /// <summary>True for a directory.</summary>
    public bool IsDirectory(FilePath path) => directories.Contains(path) || path == (FilePath)"/"u8;

    /// <summary>The bytes of a file; null where there is none.</summary>
    public byte[]? Find(FilePath path) => files.GetValueOrDefault(path);

    private void Add(Entry entry)
    {
        string text = entry.Key;
        if (!text.StartsWith('/') || text.Contains("//", StringComparison.Ordinal) || text == "/")
            throw new ScenarioException(entry.At, $"'given': expected an absolute path below /, found '{text}'");
        bool empty = entry.Value is Scalar { IsEmpty: true } or Mapping { Entries.Count: 0 };
        FilePath path = FilePath.Of(text.TrimEnd('/'));
        AddParents(entry, path);
        if (empty)
        {
            if (files.ContainsKey(path))
                throw new ScenarioException(entry.At, $"'given': {path} is a file above");
            directories.Add(path);
            return;
        }

        if (text.EndsWith('/'))
            throw new ScenarioException(entry.Value.At, $"'given': {text} is a directory; it has no content ({{}})");
        if (directories.Contains(path))
            throw new ScenarioException(entry.At, $"'given': {path} is a directory");
        files[path] = TextValue.Read("given", entry.Value);
    }

    private void AddParents(Entry entry, FilePath path)
    {
        for (FilePath above = path.Parent; above != (FilePath)"/"u8; above = above.Parent)
        {
            if (files.ContainsKey(above))
                throw new ScenarioException(entry.At, $"'given': {above} is a file; nothing can be in it");
            directories.Add(above);
        }
    }
}
