using System.CommandLine;
using System.CommandLine.Invocation;

namespace TwoDoors.Real.Cli;

/// <summary>Prints <c>twodoorsd VERSION</c>.</summary>
internal sealed class VersionLine : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        Version? version = typeof(VersionLine).Assembly.GetName().Version;
        parseResult.InvocationConfiguration.Output.WriteLine($"twodoorsd {version?.ToString(3)}");
        return ExitCode.Done;
    }
}
