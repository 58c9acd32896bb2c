namespace TwoDoors.Sim.Explore.Threads;

/// <summary>Whether a count of hits can come from a known chance: within the 99.9 % confidence interval.</summary>
public static class Plausibility
{
    private const double Outside = 0.001;
    private const double Width = 3.2905;
    private const double ExpectedForNormal = 50;

    /// <summary>True when this many hits, or hits so far from the expected number, are no rarer than one in a thousand.
    /// </summary>
    /// <param name="hits">How often it happened.</param>
    /// <param name="executions">How often it was tried.</param>
    /// <param name="chance">How likely it is each time.</param>
    public static bool Agrees(long hits, long executions, double chance)
    {
        double expected = executions * chance;
        double other = executions * (1 - chance);
        if (Math.Min(expected, other) >= ExpectedForNormal)
            return Math.Abs(hits - expected) <= Width * Math.Sqrt(expected * (1 - chance));
        return expected < other ? AgreesRare(hits, expected) : AgreesRare(executions - hits, other);
    }

    /// <summary>By Poisson's distribution, which rare events follow.</summary>
    private static bool AgreesRare(long hits, double expected)
    {
        double term = Math.Exp(-expected);
        double below = 0;
        for (long i = 0; i < hits; i++)
        {
            below += term;
            term *= expected / (i + 1);
        }

        return 1 - below >= Outside / 2 && below + term >= Outside / 2;
    }
}
