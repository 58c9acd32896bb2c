using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Programs;

/// <summary>A program whose threads a main thread spawns one after another, as real programs do: each spawn is an
/// event, and who is spawned last starts late.</summary>
public static class Spawning
{
    /// <summary>The program with a main thread in front, which spawns the others in their order; as it is where threads
    /// are spawned already.</summary>
    public static ProgramText From(ProgramText program)
    {
        if (program.Threads.Any(thread => thread.Spawned))
            return program;
        string text = string.Join("; ", program.Threads.Select(thread => $"spawn {thread.Name}"));
        return program with
        {
            Threads =
            [
                new ThreadText("main", text),
                .. program.Threads.Select(thread => thread with { Spawned = true }),
            ],
        };
    }
}
