using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Bench;

/// <summary>Schedules a second of one core's time, with the tape recorded, for each strategy. The floor to compare with
/// is a loop that only resumes iterators in random order: 11 M a second on reorder_3.</summary>
internal static class SchedulesBench
{
    private const string Checker =
        """
        ok = 0
        if a == 0 { ok = b == 0 }
        if ok == 0 { if a == 1 { ok = b == -1 } }
        assert ok
        """;

    public static void Run(string[] strategies)
    {
        foreach (int setters in new[] { 2, 4, 9 })
        {
            foreach (string strategy in strategies)
            {
                Measure(Reorder(setters, spawns: false), strategy);
                Measure(Reorder(setters, spawns: true), strategy);
            }
        }
    }

    private static void Measure(ThreadProgram program, string strategy)
    {
        ThreadOptions options = new() { Strategy = strategy, Executions = 1_000_000 };
        ThreadSearches.Run(program, options with { Executions = 100_000 });
        ThreadSampler sampler = new(program, options);
        TimeSpan before = Environment.CpuUsage.TotalTime;
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        ThreadVerdict verdict = sampler.Run();
        double seconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        double mean = (double)verdict.Traces / verdict.FailedTraces;
        Console.WriteLine(
            $"{program.Name,-22} {strategy,-12} {verdict.Traces / seconds / 1e6,6:F2} M schedules/s  "
            + $"{verdict.Steps / seconds / 1e6,6:F1} M steps/s  mean {mean,9:F2}  "
            + $"{allocated,8} bytes allocated");
    }

    private static ThreadProgram Reorder(int setters, bool spawns)
    {
        List<ThreadText> threads = [];
        if (spawns)
        {
            string spawned = string.Join("; ", Enumerable.Range(1, setters).Select(i => $"spawn setter{i}"));
            threads.Add(new ThreadText("main", $"{spawned}; spawn checker"));
        }

        for (int i = 1; i <= setters; i++)
            threads.Add(new ThreadText($"setter{i}", "a = 1; b = -1", spawns));
        threads.Add(new ThreadText("checker", Checker, spawns));
        return new ProgramText($"reorder_{setters + 1}{(spawns ? " spawned" : "")}", threads)
        {
            Variables = [new("a", [0]), new("b", [0])],
        }.Compile();
    }
}
