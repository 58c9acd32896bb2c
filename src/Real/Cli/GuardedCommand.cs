using System.CommandLine;

namespace TwoDoors.Real.Cli;

/// <summary>A command whose help ends with an example, and whose user's mistakes end in one line and exit code
/// 2.</summary>
internal abstract class GuardedCommand : Command
{
    /// <summary>Makes the command; the constructor of the derived one adds options and arguments.</summary>
    /// <param name="name">What the user types.</param>
    /// <param name="description">One sentence.</param>
    /// <param name="example">Command lines, one a line.</param>
    /// <param name="here">What it may touch.</param>
    protected GuardedCommand(string name, string description, string example, Surroundings here)
        : base(name, description)
    {
        Example = example;
        Here = here;
        SetAction(Guarded);
    }

    /// <summary>Command lines, one a line.</summary>
    public string Example { get; }

    /// <summary>What it may touch.</summary>
    protected Surroundings Here { get; }

    /// <summary>Does the work.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="UsageException">The user made a mistake.</exception>
    protected abstract int Run(ParseResult arguments);

    private int Guarded(ParseResult arguments)
    {
        try
        {
            return Run(arguments);
        }
        catch (UsageException mistake)
        {
            Here.Error.WriteLine($"twodoorsd: {mistake.Message}");
            return ExitCode.Usage;
        }
    }
}
