using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Programs;

/// <summary>A program whose threads a main thread spawns one after another, as real programs do: each spawn is an
/// event, and who is spawned last starts late.</summary>
public static class Spawning
{
    /// <summary>The program with a thread main that first spawns the others in their order; as it is where threads are
    /// spawned already.</summary>
    public static ProgramText From(ProgramText program)
    {
        if (program.Threads.Any(thread => thread.Spawned))
            return program;
        ThreadText? main = program.Threads.FirstOrDefault(thread => thread.Name == "main");
        ThreadText[] others = [.. program.Threads.Where(thread => thread != main)];
        string spawns = string.Join("; ", others.Select(thread => $"spawn {thread.Name}"));
        return program with
        {
            Threads =
            [
                new ThreadText("main", main is null ? spawns : $"{spawns}\n{main.Text}"),
                .. others.Select(thread => thread with { Spawned = true }),
            ],
        };
    }
}
