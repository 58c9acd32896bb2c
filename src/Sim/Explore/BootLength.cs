namespace TwoDoors.Sim.Explore;

/// <summary>How long the boots of a subject are, so that random crashes can be placed in them.</summary>
internal static class BootLength
{
    private const int Executions = 32;
    private const int FirstGuess = 32;

    /// <summary>The most boundaries that a few executions pass in one boot. It depends on nothing but the
    /// subject.</summary>
    public static int Of(Laboratory lab)
    {
        Execution execution = new(lab);
        int longest = FirstGuess;
        for (ulong seed = 0; seed < Executions; seed++)
        {
            RandomDriver driver = new(lab, new UniformTurns(), longest);
            driver.Begin(seed);
            execution.Run(driver);
            longest = Math.Max(longest, lab.Machine.Boundaries);
        }

        return longest;
    }
}
