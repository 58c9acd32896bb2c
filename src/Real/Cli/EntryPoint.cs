using System.CommandLine;
using System.CommandLine.Help;

namespace TwoDoors.Real.Cli;

/// <summary>The command <c>twodoorsd</c> with everything below it.</summary>
public static class EntryPoint
{
    /// <summary>Parses and runs.</summary>
    /// <param name="arguments">A character for each byte.</param>
    /// <param name="here">What it may touch.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static int Run(IReadOnlyList<string> arguments, Surroundings here)
    {
        ParseResult parsed = Root(here).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (Mistake(parsed, arguments) is { } mistake)
        {
            here.Error.WriteLine($"twodoorsd: {mistake}");
            return ExitCode.Usage;
        }

        return parsed.Invoke(new InvocationConfiguration
        {
            Output = here.Out,
            Error = here.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
    }

    private static RootCommand Root(Surroundings here)
    {
        Command spool = new("spool", "Moves messages from a spool into several queues at once, whatever crashes.")
        {
            new CopyCommand(here),
            new WatchCommand(here),
            new RecoverCommand(here),
            new DeliverCommand(here),
        };
        RootCommand root = new("Runs on Linux what 'twodoors' explores.") { spool, new PosixCommand(here) };
        foreach (Option option in root.Options)
        {
            if (option is HelpOption { Action: HelpAction standard } help)
                help.Action = new ExampleHelp(standard);
            if (option is VersionOption version)
                version.Action = new VersionLine();
        }

        return root;
    }

    private static string? Mistake(ParseResult parsed, IReadOnlyList<string> arguments)
    {
        if (parsed.Action is ExampleHelp or VersionLine)
            return null;
        Command command = parsed.CommandResult.Command;
        string[] options = [.. command.Options.SelectMany(option => option.Aliases.Prepend(option.Name)), "--help"];
        foreach (string argument in arguments.TakeWhile(argument => argument != "--"))
        {
            string name = argument.Split('=')[0];
            if (name.Length > 1 && name[0] == '-' && !options.Contains(name))
                return $"unknown option '{RawArguments.Path(name)}'; expected one of: {string.Join(", ", options)}";
        }

        if (command.Subcommands.Count == 0)
            return parsed.Errors.Count > 0 ? parsed.Errors[0].Message.TrimEnd('.') : null;
        string what = parsed.UnmatchedTokens.Count == 0
            ? "a command is missing"
            : $"unknown command '{RawArguments.Path(parsed.UnmatchedTokens[0])}'";
        return $"{what}; expected one of: {string.Join(", ", command.Subcommands.Select(known => known.Name))}";
    }
}
