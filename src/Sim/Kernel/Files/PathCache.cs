using TwoDoors.Model.World;

namespace TwoDoors.Sim.Kernel.Files;

/// <summary>Paths that were cut before. What it holds changes no answer.</summary>
internal sealed class PathCache
{
    /// <summary>Names that are fresh in every run would let it grow for ever; then it starts again.</summary>
    private const int CountMax = 8192;

    private readonly Dictionary<FilePath, ParsedPath> parsed = [];

    internal ParsedPath Get(FilePath path)
    {
        if (parsed.TryGetValue(path, out ParsedPath? found))
            return found;
        if (parsed.Count >= CountMax)
            parsed.Clear();
        ParsedPath cut = new(path);
        parsed.Add(path, cut);
        return cut;
    }
}
