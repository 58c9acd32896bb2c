using System.Diagnostics;
using System.Text;
using TwoDoors.Real.Cli;

namespace TwoDoors.Real.Tests;

/// <summary>Runs twodoorsd: in this process, or as a child that can be killed.</summary>
internal static class Daemon
{
    /// <summary>The executable beside the test assembly.</summary>
    private static string Executable => Path.Combine(AppContext.BaseDirectory, "twodoorsd");

    /// <summary>Runs a command line in this process.</summary>
    public static Ran Run(params string[] arguments)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        using MemoryStream bytes = new();
        using StopRequest stop = new();
        Surroundings here = new() { Out = output, OutBytes = bytes, Error = error, Stop = stop };
        int code = EntryPoint.Run([.. arguments.Select(Raw)], here);
        return new Ran(code, output.ToString(), error.ToString(), bytes.ToArray());
    }

    /// <summary>Starts a child.</summary>
    /// <param name="variable">Such as TWODOORSD_KILL_AT=Committed; empty for none.</param>
    /// <param name="arguments">The command line.</param>
    public static Process Start(string variable, params string[] arguments)
    {
        ProcessStartInfo start = new(Executable, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (variable.Split('=') is [string name, string value])
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Runs a child to its end, which must come soon.</summary>
    public static Ran RunChild(string variable, params string[] arguments)
    {
        using Process child = Start(variable, arguments);
        return End(child);
    }

    /// <summary>Waits for a child's end, which must come soon.</summary>
    public static Ran End(Process child)
    {
        Task<string> output = child.StandardOutput.ReadToEndAsync();
        Task<string> error = child.StandardError.ReadToEndAsync();
        if (!child.WaitForExit(TimeSpan.FromSeconds(20)))
        {
            child.Kill();
            throw new TimeoutException("twodoorsd did not end.");
        }

        return new Ran(child.ExitCode, output.Result, error.Result, []);
    }

    private static string Raw(string argument) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(argument));
}

/// <summary>How a run ended.</summary>
/// <param name="Code">Exit code; 137 after SIGKILL.</param>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="Bytes">Standard output where bytes are written.</param>
internal sealed record Ran(int Code, string Out, string Error, byte[] Bytes);
