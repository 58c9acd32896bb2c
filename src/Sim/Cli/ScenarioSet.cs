using System.Text.RegularExpressions;
using TwoDoors.Sim.Scenarios;

namespace TwoDoors.Sim.Cli;

/// <summary>Finds the scenarios that the user means.</summary>
public static class ScenarioSet
{
    /// <summary>Loads files, folders and globs; without any, all of <c>scenarios/</c>, looked for upwards.</summary>
    /// <returns>In byte order of their names.</returns>
    /// <exception cref="ScenarioException">A path leads to no scenario, or a scenario is wrong.</exception>
    public static IReadOnlyList<Scenario> Load(
        Surroundings here,
        IReadOnlyList<string> paths,
        IReadOnlyList<Setting> settings)
    {
        bool all = paths.Count == 0;
        SortedDictionary<string, Scenario> found = new(StringComparer.Ordinal);
        foreach (string file in Files(here, all ? [Root(here)] : paths))
        {
            string text = RealFiles.Read(Path.Combine(here.Folder, file), file);
            Scenario scenario = Scenario.Load(file, text, settings, here.Systems);
            if (found.TryGetValue(scenario.File.Name, out Scenario? first))
            {
                throw new ScenarioException(
                    scenario.File.NameAt.At, $"scenario '{scenario.File.Name}' is in {first.File.File} too");
            }

            found.Add(scenario.File.Name, scenario);
        }

        if (all)
            CheckTwins(found);
        return [.. found.Values];
    }

    /// <summary>The scenario in this file or with this name.</summary>
    /// <exception cref="ScenarioException">There is none.</exception>
    public static Scenario OneWithHost(Surroundings here, string fileOrName, IReadOnlyList<Setting> settings)
    {
        Scenario found = RealFiles.IsFile(Path.Combine(here.Folder, fileOrName))
            ? LoadFile(here, fileOrName, settings)
            : Named(here, fileOrName, new(fileOrName, 0, 0), settings);
        return found.Subject.Program is null ? found : throw new ScenarioException(
            found.File.System.At, $"system {found.File.System.Text} has no disk, so there are no syncs to leave out");
    }

    /// <summary>The scenario with this name.</summary>
    /// <exception cref="ScenarioException">There is none.</exception>
    public static Scenario Named(Surroundings here, string name, Position askedAt, IReadOnlyList<Setting> settings)
    {
        string root = Root(here);
        string file = $"{root}/{name}.yaml";
        if (RealFiles.IsFile(Path.Combine(here.Folder, file)))
        {
            Scenario scenario = LoadFile(here, file, settings);
            if (scenario.File.Name == name)
                return scenario;
        }

        // A setting may not fit the other scenarios, so they are read without it.
        IReadOnlyList<Scenario> all = Load(here, [root], []);
        Scenario? found = all.FirstOrDefault(scenario => scenario.File.Name == name);
        string hint = Nearest.Hint(name, [.. all.Select(scenario => scenario.File.Name)]);
        return found is null
            ? throw new ScenarioException(askedAt, $"no scenario '{name}' below {root}{hint}")
            : LoadFile(here, found.File.File, settings);
    }

    /// <summary>Loads one file.</summary>
    /// <exception cref="ScenarioException">It is wrong.</exception>
    public static Scenario LoadFile(Surroundings here, string file, IReadOnlyList<Setting> settings) =>
        Scenario.Load(file, RealFiles.Read(Path.Combine(here.Folder, file), file), settings, here.Systems);

    /// <summary>The directory <c>scenarios</c> of the current directory or the nearest one above it, as a path relative
    /// to the current directory.</summary>
    /// <exception cref="ScenarioException">There is none.</exception>
    public static string Root(Surroundings here)
    {
        string shown = "scenarios";
        for (string? folder = here.Folder; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (RealFiles.IsFolder(Path.Combine(folder, "scenarios")))
                return shown;
            shown = $"../{shown}";
        }

        throw new ScenarioException(
            new("scenarios", 0, 0), "no such directory here or above; give the path of a scenario");
    }

    private static List<string> Files(Surroundings here, IReadOnlyList<string> paths)
    {
        List<string> files = [];
        foreach (string path in paths)
        {
            foreach (string file in Expand(here, path))
            {
                if (!files.Contains(file))
                    files.Add(file);
            }
        }

        return files;
    }

    private static List<string> Expand(Surroundings here, string path)
    {
        string whole = Path.Combine(here.Folder, path);
        if (RealFiles.IsFile(whole))
            return [path];
        string trimmed = path.Length > 1 ? path.TrimEnd('/') : path;
        int star = trimmed.IndexOfAny(['*', '?']);
        string folder = star < 0 ? trimmed : trimmed[..(trimmed[..star].LastIndexOf('/') + 1)].TrimEnd('/');
        List<string> below = [];
        foreach (string file in RealFiles.Below(Path.Combine(here.Folder, folder), ".yaml"))
        {
            string shown = folder.Length == 0 ? file : $"{folder}/{file}";
            if (star < 0 || Matches(trimmed, shown))
                below.Add(shown);
        }

        if (below.Count > 0)
            return below;
        bool isFolder = star < 0 && RealFiles.IsFolder(whole);
        throw new ScenarioException(new(path, 0, 0), isFolder ? "no scenarios in it" : "no such file or directory");
    }

    private static bool Matches(string glob, string path)
    {
        string pattern = Regex.Escape(glob)
            .Replace(@"\*\*/", "(.*/)?", StringComparison.Ordinal)
            .Replace(@"\*", "[^/]*", StringComparison.Ordinal)
            .Replace(@"\?", "[^/]", StringComparison.Ordinal);
        return Regex.IsMatch(path, $"^{pattern}$", RegexOptions.None, TimeSpan.FromSeconds(1));
    }

    private static void CheckTwins(SortedDictionary<string, Scenario> found)
    {
        foreach (Scenario scenario in found.Values)
        {
            foreach (Scalar twin in scenario.File.Twins)
            {
                if (!found.ContainsKey(twin.Text))
                {
                    string hint = Nearest.Hint(twin.Text, [.. found.Keys]);
                    throw new ScenarioException(twin.At, $"no scenario '{twin.Text}'{hint}");
                }
            }
        }
    }
}
