using TwoDoors.Sim.Scenarios;

namespace TwoDoors.Sim.Cli;

/// <summary>What a command may touch outside itself. Tests give it other writers and another engine.</summary>
public sealed record Surroundings
{
    /// <summary>Results.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Errors, and progress where <see cref="Out"/> is not a terminal.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>True when a person watches <see cref="Out"/>.</summary>
    public required bool IsTerminal { get; init; }

    /// <summary>Columns of the terminal; without one, as many as a table needs.</summary>
    public int WidthColumns { get; init; } = 250;

    /// <summary>The current directory: relative paths start there.</summary>
    public required string Folder { get; init; }

    /// <summary>True where a runner of GitHub Actions reads the output.</summary>
    public bool IsGithub { get; init; }

    /// <summary>The value of an environment variable, or null.</summary>
    public Func<string, string?> Variable { get; init; } = _ => null;

    /// <summary>Calls the action when the process is asked to stop, until what it returns is disposed; null where
    /// nobody asks.</summary>
    public Func<Action, IDisposable>? Signals { get; init; }

    /// <summary>Cores.</summary>
    public int Processors { get; init; } = 1;

    /// <summary>Measures progress; no verdict hangs on it.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The systems that scenarios may name.</summary>
    public IReadOnlyList<ISystem> Systems { get; init; } = Scenarios.Systems.All;

    /// <summary>What explores and replays.</summary>
    public Engine Engine { get; init; } = new();
}
