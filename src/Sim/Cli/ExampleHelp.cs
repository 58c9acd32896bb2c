using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace TwoDoors.Sim.Cli;

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
        string example = parseResult.CommandResult.Command is ExampleCommand command
            ? command.Example
            : "twodoors explore\ntwodoors explore scenarios/spool --set disk.profile=ext4-ordered";
        TextWriter output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Example:");
        foreach (string line in example.Split('\n'))
            output.WriteLine($"  {line.TrimEnd('\r')}");
        output.WriteLine();
        return code;
    }
}
