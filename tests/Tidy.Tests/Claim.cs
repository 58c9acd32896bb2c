namespace TwoDoors.Tidy.Tests;

/// <summary>A claim about the tree, which brings a tree that breaks it and one that keeps it: no checker can go blind
/// or trip over the innocent unnoticed.</summary>
internal sealed record Claim(string Name, Func<Tree, IEnumerable<string>> Breaches)
{
    /// <summary>Trees in which the checker must find something, each for another reason.</summary>
    public required IReadOnlyList<Tree> Bad { get; init; }

    /// <summary>A tree that comes close to a breach and is none.</summary>
    public required Tree Good { get; init; }

    public static IReadOnlyList<Claim> All { get; } =
    [
        .. LayerClaims.All,
        .. SizeClaims.All,
        .. LanguageClaims.All,
        .. DeterminismClaims.All,
        .. PortClaims.All,
        .. PackageClaims.All,
        .. ScenarioClaims.All,
        .. DocumentClaims.All,
        .. TestClaims.All,
    ];
}
