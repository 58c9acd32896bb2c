using System.Diagnostics;
using System.Globalization;
using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Scenarios;

namespace TwoDoors.Bench;

/// <summary>How many random executions a second one core explores, as a user of <c>explore --strategy random</c> gets
/// them: boots, claims at every boundary, crashes, images, hash, tape. One execution is the chain of boots from the
/// scenario's start to the first boot that no crash ends.</summary>
internal static class RandomBench
{
    /// <summary>Searches that are measured each on its own: other work on the machine slows some of them.</summary>
    private const int Windows = 15;

    /// <summary>Prints what one execution is, and how many there are in a second.</summary>
    /// <param name="file">Path of the scenario.</param>
    /// <param name="executions">Of each search; four of them come before the first that counts.</param>
    /// <param name="settings">KEY=VALUE, as for --set.</param>
    public static void Run(string file, long executions, IReadOnlyList<string> settings)
    {
        Scenario scenario =
            Scenario.Load(file, File.ReadAllText(file), [.. settings.Select(Setting.Parse)], Systems.All);
        ExploreOptions options =
            scenario.File.Options with { Strategy = "random", Executions = executions, Budget = null };
        Explorer.Explore(scenario.Subject, options with { Executions = 4 * executions });
        List<double> rates = [];
        Verdict verdict = null!;
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        for (int window = 0; window < Windows; window++)
        {
            TimeSpan processor = Process.GetCurrentProcess().TotalProcessorTime;
            verdict = Explorer.Explore(scenario.Subject, options with { Seed = (ulong)window });
            rates.Add(executions / (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds);
        }

        rates.Sort();
        double bytes = (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)(Windows * executions);
        double calls = verdict.Counts.Steps / (double)executions;
        double boots = verdict.Counts.Runs / (double)executions;
        Console.WriteLine($"{scenario.File.Name} {string.Join(' ', settings)}");
        Print("calls and boots of an execution", $"{calls:F1}, {boots:F2}");
        Print("executions a second of a core's time", $"{rates[^1]:F0} at best, {rates[Windows / 2]:F0} in the middle");
        Print("nanoseconds a call", $"{1e9 / rates[^1] / calls:F0}, {1e9 / rates[Windows / 2] / calls:F0}");
        Print("bytes allocated a call", $"{bytes / calls:F0}");
        Print("hash of the last search", $"{verdict.Hash}");
    }

    private static void Print(string what, FormattableString figure) =>
        Console.WriteLine($"  {what,-40} {figure.ToString(CultureInfo.InvariantCulture)}");
}
