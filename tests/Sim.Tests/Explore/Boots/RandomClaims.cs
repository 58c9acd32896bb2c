using TwoDoors.Model.Claims;
using TwoDoors.Model.World;
using TwoDoors.Sim.Choice;

namespace TwoDoors.Sim.Tests.Explore.Boots;

/// <summary>Claims that look at a boot's files in ways that depend on what they see.</summary>
internal static class RandomClaims
{
    private const int Views = 8;

    /// <summary>Claims that tell apart which views of the world a search met, and some that break.</summary>
    public static IEnumerable<Property> Of(SplitMix64 random, FilePath[] paths)
    {
        FilePath path = paths[random.Below(paths.Length)];
        FilePath other = paths[random.Below(paths.Length)];
        for (int view = 0; view < Views; view++)
        {
            int wanted = view;
            yield return Sometimes($"one-by-one-{view}", world => View(OneByOne(world, path, other)) == wanted);
            yield return Sometimes($"all-names-{view}", world => View(AllNames(world)) == wanted);
            yield return Sometimes($"as-told-{view}", world => View(AsTold(world, path, other)) == wanted);
        }

        yield return new("names", "a directory has a name at the end", ClaimTime.AtEnd,
            world => world.Names("/A").Count > 0 ? null : "none");
        if (random.Below(3) > 0)
            yield break;
        string told = "abc"[..(1 + random.Below(2))];
        yield return new("file", "a file is never empty", ClaimTime.Always,
            world => world.Read(path) is { Length: 0 } ? "it is" : null);
        yield return new("told", "the outside never hears this", ClaimTime.Always,
            world => ((ListLedger)world.Ledger).Text.EndsWith(told, StringComparison.Ordinal) ? "it did" : null);
    }

    private static Property Sometimes(string name, Func<IWorldView, bool> isMet) =>
        new(name, "this view is met", ClaimTime.Sometimes, world => isMet(world) ? null : "not yet");

    private static int View(string seen) =>
        (int)(Fingerprint.Empty.Add(System.Text.Encoding.ASCII.GetBytes(seen)).High & (Views - 1));

    /// <summary>Looks at one file only if there is no other.</summary>
    private static string OneByOne(IWorldView world, FilePath path, FilePath other) =>
        world.Read(path) is { } bytes ? $"{bytes.Length}" : $"no {world.Read(other)?.Length}";

    /// <summary>Looks at all files that a directory names, and at another directory if it names few.</summary>
    private static string AllNames(IWorldView world)
    {
        IReadOnlyList<FilePath> names = world.Names("/A");
        string seen = string.Join(",", names.Select(name => $"{name}{world.Read((FilePath)"/A" / name)?.Length}"));
        return names.Count == 1 ? seen : $"{seen} {world.Names("/B").Count}";
    }

    /// <summary>What it looks at depends on what the outside was told.</summary>
    private static string AsTold(IWorldView world, FilePath path, FilePath other)
    {
        string text = ((ListLedger)world.Ledger).Text;
        return $"{text} {world.Read(text.Length % 2 == 0 ? path : other)?.Length}";
    }
}
