namespace TwoDoors.Sim.Cli;

/// <summary>The process this is: its terminal, directory and cores.</summary>
public static class RealTerminal
{
    /// <summary>The surroundings of this process.</summary>
    public static Surroundings Surroundings()
    {
        Surroundings here = new()
        {
            Out = Console.Out,
            Error = Console.Error,
            IsTerminal = !Console.IsOutputRedirected,
            Folder = Environment.CurrentDirectory,
            IsGithub = Environment.GetEnvironmentVariable("GITHUB_ACTIONS") == "true",
            Variable = Environment.GetEnvironmentVariable,
            Signals = stop => new StopSignals(stop),
            Processors = Environment.ProcessorCount,
        };
        // The live table hides the cursor; whoever interrupts it wants it back.
        if (here.IsTerminal)
            Console.CancelKeyPress += (_, _) => Console.Write("\e[?25h");
        return here.IsTerminal ? here with { WidthColumns = Math.Max(80, Console.WindowWidth) } : here;
    }
}
