using System.CommandLine;
using System.CommandLine.Help;
using TwoDoors.Sim.Scenarios;

namespace TwoDoors.Sim.Cli;

/// <summary>The command <c>twodoors</c> with everything below it.</summary>
public static class EntryPoint
{
    /// <summary>Parses and runs.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static int Run(IReadOnlyList<string> arguments, Surroundings here)
    {
        RootCommand root = Root(here);
        ParseResult parsed = root.Parse(arguments);
        if (Mistake(parsed) is { } mistake)
        {
            here.Error.WriteLine(mistake);
            return ExitCode.Usage;
        }

        return parsed.Invoke(new InvocationConfiguration
        {
            Output = here.Out,
            Error = here.Error,
            EnableDefaultExceptionHandler = false,
        });
    }

    /// <summary>What is wrong with a command line, or null; nothing runs.</summary>
    internal static string? Check(IReadOnlyList<string> arguments, Surroundings here) =>
        Mistake(Root(here).Parse(arguments));

    private static RootCommand Root(Surroundings here)
    {
        RootCommand root = new("Model-checks programs that must not lose data, under every crash and interleaving.")
        {
            new ListCommand(here),
            new ExploreCommand(here),
            new MergeCommand(here),
            new ReplayCommand(here),
            new MinimizeCommand(here),
            new AblateCommand(here),
            new SynthesizeCommand(here),
            new ReportCommand(here),
            new CheckEngineCommand(here),
            new PosixCommand(here),
            new EngineCommand(here),
        };
        foreach (Option option in root.Options)
        {
            if (option is HelpOption { Action: HelpAction standard } help)
                help.Action = new ExampleHelp(standard);
            if (option is VersionOption version)
                version.Action = new VersionLine();
        }

        return root;
    }

    private static string? Mistake(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        IEnumerable<string> words = parsed.CommandResult.Tokens.Select(token => token.Value);
        foreach (string token in words.Concat(parsed.UnmatchedTokens))
        {
            if (token.Length > 1 && token[0] == '-')
            {
                string[] known = [.. command.Options.Select(option => option.Name), "--help"];
                return $"twodoors: unknown option '{token}'{Nearest.Hint(token.Split('=')[0], known)}";
            }
        }

        if (command is RootCommand && parsed.UnmatchedTokens.Count > 0)
        {
            string word = parsed.UnmatchedTokens[0];
            return $"twodoors: unknown command '{word}'"
                + Nearest.Hint(word, [.. command.Subcommands.Select(known => known.Name)]);
        }

        if (command is RootCommand && parsed.Errors.Count > 0)
            return "twodoors: no command; twodoors --help lists them";
        return parsed.Errors.Count > 0 ? $"twodoors: {parsed.Errors[0].Message.TrimEnd('.')}" : null;
    }
}
