using Spectre.Console;

namespace TwoDoors.Sim.Cli;

/// <summary>Makes the console that draws.</summary>
public static class Terminal
{
    /// <summary>A console on the output of these surroundings.</summary>
    public static IAnsiConsole On(Surroundings here)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(here.Out),
            Ansi = here.IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
        });
        console.Profile.Width = here.WidthColumns;
        return console;
    }
}
