namespace TwoDoors.Sim.Cli;

/// <summary>What the process tells its caller: stable, CI jobs branch on it.</summary>
public static class ExitCode
{
    /// <summary>All is as expected.</summary>
    public const int Expected = 0;

    /// <summary>A verdict or a report is not the expected one.</summary>
    public const int Unexpected = 1;

    /// <summary>A scenario, an option or a file is wrong, or a trace does not repeat.</summary>
    public const int Usage = 2;

    /// <summary>The budget ended before a scenario that is expected to hold was exhausted, or the user
    /// ended the exploration.</summary>
    public const int BudgetEnded = 3;
}
