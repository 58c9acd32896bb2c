using TwoDoors.Model.Claims;
using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Scenarios;

namespace TwoDoors.Sim.Report;

/// <summary>Makes sure that files hold the parts of one exploration: every part once, and nothing else.</summary>
internal static class PartMatch
{
    /// <summary>The files in the order of their parts.</summary>
    /// <exception cref="ScenarioException">They do not fit together.</exception>
    public static IReadOnlyList<PartSet> InOrder(IReadOnlyList<PartSet> files)
    {
        int count = files[0].Shard.Count;
        PartSet?[] parts = new PartSet?[count];
        foreach (PartSet file in files)
        {
            if (file.Shard.Count != count)
                throw Wrong(file, $"is part {file.Shard}, {files[0].File} is part {files[0].Shard}");
            if (parts[file.Shard.Index] is { } twice)
                throw Wrong(file, $"is part {file.Shard}, and so is {twice.File}");
            parts[file.Shard.Index] = file;
        }

        int missing = Array.FindIndex(parts, part => part is null);
        if (missing >= 0)
            throw Wrong(files[0], $"is one of {count} parts, part {new Shard(missing, count)} is not given");
        foreach (PartSet file in files.Skip(1))
            Compare(files[0], file);
        return [.. parts.Select(part => part!)];
    }

    private static void Compare(PartSet first, PartSet file)
    {
        string[] names = [.. first.Scenarios.Select(one => one.Key.Scenario)];
        if (!names.SequenceEqual(file.Scenarios.Select(one => one.Key.Scenario)))
            throw Wrong(file, $"has other scenarios than {first.File}");
        foreach ((ExploredPart one, ExploredPart other) in first.Scenarios.Zip(file.Scenarios))
        {
            if (other.Key.Difference(one.Key) is { } difference)
                throw Wrong(file, $"{difference}, as {first.File} ('{one.Key.Scenario}')");
            if (!Agree(one.Part, other.Part))
            {
                throw Wrong(
                    file,
                    $"knows other states after one crash of '{one.Key.Scenario}' than {first.File}: "
                    + "another program made it");
            }
        }
    }

    /// <summary>Every whole part of a search has explored the first boot, so all know the same states after one
    /// crash.</summary>
    private static bool Agree(SearchPart one, SearchPart other)
    {
        bool tells = one.IsWhole && other.IsWhole && !one.Samples && one.States.Count > 1 && other.States.Count > 1;
        return !tells || (one.States[1].Count == other.States[1].Count && Sum(one.States[1]) == Sum(other.States[1]));
    }

    private static Fingerprint Sum(IReadOnlyList<Fingerprint> states) =>
        states.Aggregate(default(Fingerprint), (sum, state) => sum.Plus(state));

    private static ScenarioException Wrong(PartSet file, string mistake) => new(new(file.File, 0, 0), mistake);
}
