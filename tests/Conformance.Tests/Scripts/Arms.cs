using System.Text;
using TwoDoors.Model.Script;
using TwoDoors.Real.Posix.Scripts;
using TwoDoors.Sim.Kernel.Files;

namespace TwoDoors.Conformance.Tests.Scripts;

/// <summary>Runs one script on the simulated file system and on the kernel that runs this test.</summary>
internal static class Arms
{
    /// <summary>Where the kernel shows that it keeps users from linking what they could not write; the simulated
    /// one does so.</summary>
    private const string ProtectedLinks = "/proc/sys/fs/protected_hardlinks";

    /// <summary>Why the real arm cannot run here, or null.</summary>
    internal static string? Missing =>
        !OperatingSystem.IsLinux() ? "the real arm needs Linux"
        : !RootedWorld.IsAllowed ? "the real arm needs root, for chroot(2) and for other users"
        : File.Exists(ProtectedLinks) && !File.ReadAllText(ProtectedLinks).StartsWith('1')
            ? $"the real arm needs {ProtectedLinks} = 1"
        : null;

    internal static ScriptRun Simulated(PosixScript script) =>
        ScriptRunner.Run(script, new SimScriptWorld()).AsTask().GetAwaiter().GetResult();

    internal static ScriptRun Real(PosixScript script, string folder)
    {
        using RootedWorld world = new(Path.Combine(folder, "root"));
        return ScriptRunner.Run(script, world).AsTask().GetAwaiter().GetResult();
    }

    /// <summary>The first call on which they disagree, in words; null where there is none.</summary>
    internal static string? Difference(ScriptRun simulated, ScriptRun real)
    {
        for (int i = 0; i < simulated.Steps.Count; i++)
        {
            string left = Json(simulated, i);
            string right = Json(real, i);
            if (left != right)
            {
                string at = $"{simulated.Script.Name}:{simulated.Steps[i].Command.Line}";
                return $"{at}\nsimulated: {left}\nreal:      {right}";
            }
        }

        return null;
    }

    private static string Json(ScriptRun run, int step) =>
        Encoding.UTF8.GetString(ScriptJson.Write(run with { Steps = [run.Steps[step]] }).Span);
}
