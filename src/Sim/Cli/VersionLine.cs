using System.CommandLine;
using System.CommandLine.Invocation;

namespace TwoDoors.Sim.Cli;

/// <summary>Prints <c>twodoors VERSION</c>.</summary>
internal sealed class VersionLine : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        Version? version = typeof(VersionLine).Assembly.GetName().Version;
        parseResult.InvocationConfiguration.Output.WriteLine($"twodoors {version?.ToString(3)}");
        return ExitCode.Expected;
    }
}
