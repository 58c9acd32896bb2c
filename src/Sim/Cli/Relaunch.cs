using System.ComponentModel;
using System.Diagnostics;

namespace TwoDoors.Sim.Cli;

/// <summary>Starts this program again with another setting of the runtime, where its output is to cite lines of
/// <c>src/Model</c>.</summary>
/// <remarks>With profile-guided optimisation a hot coroutine is inlined into its caller, and a look at the stack
/// (<c>Explore/CallSites.cs</c>) then sees the caller's line, or another one each time. Long searches are a
/// quarter faster with it, so it stays on for all others. The setting can be given to a new process only.</remarks>
public static class Relaunch
{
    private const string Setting = "DOTNET_TieredPGO";

    private static readonly string[] Citing =
        ["--sarif", "--annotations", "--summary", "--html", "--report", "--json"];

    /// <summary>The exit code of the other process; null where none is needed, or none can be started.</summary>
    public static int? Run(IReadOnlyList<string> arguments)
    {
        bool isGithub = Environment.GetEnvironmentVariable("GITHUB_ACTIONS") == "true";
        if (!IsNeeded(arguments, isGithub, Environment.GetEnvironmentVariable(Setting)))
            return null;
        string program = Environment.ProcessPath ?? "";
        bool isHost = Path.GetFileNameWithoutExtension(program) == "dotnet";
        string[] all = isHost ? [Environment.GetCommandLineArgs()[0], .. arguments] : [.. arguments];
        ProcessStartInfo start = new(program, all) { UseShellExecute = false };
        start.Environment[Setting] = "0";
        try
        {
            using Process other = Process.Start(start)!;
            other.WaitForExit();
            return other.ExitCode;
        }
        catch (Exception failure) when (failure is Win32Exception or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>True where lines are cited and nobody has decided about the setting.</summary>
    public static bool IsNeeded(IReadOnlyList<string> arguments, bool isGithub, string? setting) =>
        setting is null
        && arguments.Count > 0
        && arguments[0] is "explore" or "merge"
        && (isGithub || arguments.Any(argument => Citing.Contains(argument.Split('=', ':')[0])));
}
