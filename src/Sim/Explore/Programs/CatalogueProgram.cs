using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Programs;

/// <summary>A number that a program of the catalogue takes.</summary>
/// <param name="Name">For help.</param>
/// <param name="Usual">What it is when it is not given.</param>
/// <param name="Least">The least that has a meaning.</param>
/// <param name="Most">Beyond it, no machine of today gets to the end of a compilation.</param>
public sealed record ProgramParameter(string Name, int Usual, int Least = 1, int Most = 1000);

/// <summary>A program of the catalogue.</summary>
/// <param name="Name">What the user types.</param>
/// <param name="Says">What it does and what is known of it, in a line.</param>
/// <param name="Parameters">The numbers that it takes.</param>
/// <param name="Build">Makes it; a number for each parameter, in range.</param>
public sealed record CatalogueProgram(
    string Name, string Says, IReadOnlyList<ProgramParameter> Parameters, Func<int[], ProgramText> Build)
{
    /// <summary>Where it comes from.</summary>
    public required string Source { get; init; }

    /// <summary>How it is written, such as <c>reorder [SETTERS=2] [CHECKERS=1]</c>.</summary>
    public string Usage =>
        string.Join(' ', [Name, .. Parameters.Select(one => $"[{one.Name.ToUpperInvariant()}={one.Usual}]")]);
}
