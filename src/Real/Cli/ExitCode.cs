using TwoDoors.Model.Spool;

namespace TwoDoors.Real.Cli;

/// <summary>What the process tells its caller: stable, scripts branch on it.</summary>
public static class ExitCode
{
    /// <summary>All of it was done.</summary>
    public const int Done = 0;

    /// <summary>Some message could not be copied, recovered or delivered: it is where it was.</summary>
    public const int Failed = 1;

    /// <summary>An option or an argument is wrong.</summary>
    public const int Usage = 2;

    /// <summary>An fsync failed where it commits: what is on the disk is unknown until it is mounted anew.</summary>
    public const int Stopped = 3;

    /// <summary>The code of an end.</summary>
    public static int Of(SpoolEnd end) => end switch
    {
        SpoolEnd.Done => Done,
        SpoolEnd.Stopped => Stopped,
        _ => Failed,
    };
}
