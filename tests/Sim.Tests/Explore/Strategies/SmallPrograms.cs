using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Tests.Explore.Strategies;

/// <summary>Programs whose schedules can be counted.</summary>
internal static class SmallPrograms
{
    private const string Writer = "lock l1; d1 = 1; unlock l1; lock l2; d2 = d1 + 1; unlock l2";

    private const string Reader =
        """
        lock l1
        if d1 == 0 { unlock l1; return }
        t1 = d1
        unlock l1
        lock l2
        t2 = d2
        unlock l2
        assert t2 == t1 + 1
        """;

    /// <summary>SCTBench CS/reorder_N.</summary>
    public static ThreadProgram Reorder(int setters, bool spawns) => Compile(spawns, [
        .. Enumerable.Range(1, setters).Select(i => new ThreadText($"setter{i}", "a = 1; b = -1")),
        new ThreadText("checker", "assert (a == 0 && b == 0) || (a == 1 && b == -1)")]);

    /// <summary>SCTBench CS/twostage.</summary>
    public static ThreadProgram TwoStage(bool spawns) =>
        Compile(spawns, [new ThreadText("writer", Writer), new ThreadText("reader", Reader)]);

    /// <summary>SCTBench CS/deadlock01.</summary>
    public static ThreadProgram CrossedLocks(bool spawns) => Compile(spawns, [
        new ThreadText("one", "lock l1; lock l2; c = c + 1; unlock l2; unlock l1"),
        new ThreadText("two", "lock l2; lock l1; c = c - 1; unlock l1; unlock l2")]);

    /// <summary>Fails in a schedule where the reader looks between two writes: two orderings.</summary>
    public static ThreadProgram Between { get; } = Compile(false, [
        new ThreadText("writer", "a = 1; a = 0"), new ThreadText("reader", "assert a == 0")]);

    /// <summary>Two threads that each write down their number, and do something else in between.</summary>
    /// <param name="spawns">True: a main thread that writes down, too, spawns them.</param>
    public static ThreadProgram Diary(bool spawns) => spawns
        ? Of([
            new ThreadText("main", "atomic { a = a * 4 + 3 }; spawn one; spawn two; atomic { a = a * 4 + 3 }"),
            new ThreadText("one", "b = 1; atomic { a = a * 4 + 1 }; b = 2; atomic { a = a * 4 + 1 }", Spawned: true),
            new ThreadText("two", "atomic { a = a * 4 + 2 }; atomic { a = a * 4 + 2 }", Spawned: true)])
        : Of([
            new ThreadText("one", "atomic { a = a * 4 + 1 }; atomic { a = a * 4 + 1 }; atomic { a = a * 4 + 1 }"),
            new ThreadText("two", "atomic { a = a * 4 + 2 }; atomic { a = a * 4 + 2 }")]);

    /// <summary>A program of these threads over a few variables and mutexes.</summary>
    public static ThreadProgram Of(IReadOnlyList<ThreadText> threads) => new ProgramText("small", threads)
    {
        Variables = [new("a", [0]), new("b", [0]), new("c", [0]), new("d1", [0]), new("d2", [0])],
        Mutexes = [new("l1", 0), new("l2", 0)],
    }.Compile();

    private static ThreadProgram Compile(bool spawns, IReadOnlyList<ThreadText> threads)
    {
        if (!spawns)
            return Of(threads);
        string main = string.Join("; ", threads.Select(thread => $"spawn {thread.Name}"));
        return Of([new ThreadText("main", main), .. threads.Select(thread => thread with { Spawned = true })]);
    }
}
