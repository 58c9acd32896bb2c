using TwoDoors.Real.Posix;

namespace TwoDoors.Real.Cli;

/// <summary>What a command may touch besides files. Tests give it other writers.</summary>
public sealed record Surroundings
{
    /// <summary>Results.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Results that are bytes.</summary>
    public required Stream OutBytes { get; init; }

    /// <summary>Errors and progress.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>True when a person watches <see cref="Error"/>.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Variables of the environment.</summary>
    public Func<string, string?> Variable { get; init; } = _ => null;

    /// <summary>Asked between batches: true ends the work.</summary>
    public required StopRequest Stop { get; init; }

    /// <summary>The surroundings of this process.</summary>
    public static Surroundings OfThisProcess() => new()
    {
        Out = Console.Out,
        OutBytes = Console.OpenStandardOutput(),
        Error = Console.Error,
        ErrorIsTerminal = !Console.IsErrorRedirected,
        Variable = Environment.GetEnvironmentVariable,
        Stop = new StopRequest(),
    };

    /// <summary>What the environment wants to happen at a named point.</summary>
    /// <exception cref="UsageException">It cannot be read.</exception>
    internal PointSignal? Signal()
    {
        const string Kill = "TWODOORSD_KILL_AT";
        const string Stop = "TWODOORSD_STOP_AT";
        if (Variable(Kill) is string kill)
            return PointSignal.Kill(kill) ?? throw Malformed(Kill, kill);
        if (Variable(Stop) is string stop)
            return PointSignal.Stop(stop) ?? throw Malformed(Stop, stop);
        return null;
    }

    private static UsageException Malformed(string name, string value) =>
        new($"{name}='{value}': expected POINT or POINT:N, such as CopiesDurable:2");
}
