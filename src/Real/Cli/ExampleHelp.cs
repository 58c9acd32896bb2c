using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace TwoDoors.Real.Cli;

/// <summary>The usual help, and the command's example below it.</summary>
/// <param name="standard">Prints the usual help.</param>
internal sealed class ExampleHelp(HelpAction standard) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        int code = standard.Invoke(parseResult);
        if (parseResult.CommandResult.Command is GuardedCommand command)
        {
            TextWriter output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Example:");
            foreach (string line in command.Example.Split('\n'))
                output.WriteLine($"  {line}");
            output.WriteLine();
        }

        return code;
    }
}
