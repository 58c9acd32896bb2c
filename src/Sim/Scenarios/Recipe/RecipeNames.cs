using TwoDoors.Model.Recipe;
using TwoDoors.Model.World;
using TwoDoors.Sim.Explore;

namespace TwoDoors.Sim.Scenarios.Recipe;

/// <summary>What all parts of a recipe name together: sync points and paths.</summary>
internal sealed class RecipeNames(GivenContent given, IReadOnlyList<FilePath> claimed)
{
    private readonly List<Scalar> points = [];
    private readonly List<SyncPoint> syncs = [];
    private readonly List<PathTemplate> mentioned = [];
    private readonly List<FilePath> madeDirectories = [];

    /// <summary>All sync points, in the order of the file.</summary>
    public IReadOnlyList<SyncPoint> Syncs => syncs;

    /// <summary>Declares a sync point.</summary>
    /// <param name="point">Its name.</param>
    /// <param name="part">The steps that it stands in.</param>
    public string Point(Scalar point, string part)
    {
        if (points.Find(known => known.Text == point.Text) is { } first)
            throw new ScenarioException(point.At, $"duplicate point '{point.Text}'; first in line {first.At.Line}");
        points.Add(point);
        syncs.Add(new SyncPoint(point.Text, part));
        return point.Text;
    }

    /// <summary>A step uses a path.</summary>
    public void Mention(PathTemplate path) => mentioned.Add(path);

    /// <summary>A step makes a directory.</summary>
    public void MakeDirectory(PathTemplate path)
    {
        if (path.Variables.Count == 0)
            madeDirectories.Add(path.Text);
    }

    /// <summary>True where a path is a directory at the start or is made as one.</summary>
    public bool IsDirectory(FilePath path) => given.IsDirectory(path) || madeDirectories.Contains(path);

    /// <summary>The one file that the claims are about; a promise that names no file is about it.</summary>
    public FilePath AckTarget(Position at) => claimed.Count == 1
        ? claimed[0]
        : throw new ScenarioException(at, claimed.Count == 0
            ? "'ack': no property says what it is about; write ack: { /path: TEXT }"
            : $"'ack': the properties are about {claimed.Count} files; write ack: {{ {claimed[0]}: TEXT }}");

    /// <summary>Refuses a path that neither the start nor any step knows.</summary>
    public void Check(string key, Position at, FilePath path)
    {
        if (given.IsDirectory(path) || given.Find(path) is not null || mentioned.Any(step => Covers(step.Text, path)))
            return;
        List<string> known = [.. given.Paths.Select(start => $"{start}"), .. mentioned.Select(step => step.Text)];
        string hint = Nearest.Hint($"{path}", [.. known.Distinct()]);
        throw new ScenarioException(at, $"'{key}': no step uses {path} and it is not given{hint}");
    }

    private static bool Covers(string step, FilePath path)
    {
        int variable = step.IndexOf("${", StringComparison.Ordinal);
        if (variable >= 0)
            return path.StartsWith(((FilePath)step[..variable]).Bytes);
        return step == path || ((FilePath)step).StartsWith((path / ""u8).Bytes);
    }
}
