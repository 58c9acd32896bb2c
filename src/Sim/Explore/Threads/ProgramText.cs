namespace TwoDoors.Sim.Explore.Threads;

/// <summary>A thread as text.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">What it does; docs/threads.md has the grammar.</param>
/// <param name="Spawned">True when another thread spawns it, so that it does not run from the start.</param>
public sealed record ThreadText(string Name, string Text, bool Spawned = false);

/// <summary>A program as text: what a person writes.</summary>
/// <param name="Name">For reports.</param>
/// <param name="Threads">In order of their numbers: lower numbers go first where nobody decides.</param>
public sealed record ProgramText(string Name, IReadOnlyList<ThreadText> Threads)
{
    /// <summary>Shared variables with their values at the start; one value is a plain variable.</summary>
    public IReadOnlyList<KeyValuePair<string, int[]>> Variables { get; init; } = [];

    /// <summary>Names of those among the variables that are used with an index, though they have one place.</summary>
    public IReadOnlyList<string> Arrays { get; init; } = [];

    /// <summary>Mutexes, with how many places each has; 0 for a plain one.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> Mutexes { get; init; } = [];

    /// <summary>True when threads that wait for each other for ever are a failure.</summary>
    public bool DeadlockFails { get; init; } = true;

    /// <summary>A condition on the shared variables that has to hold at some time in every fair execution; null for
    /// none. Only the stateful search looks at it.</summary>
    public string? Eventually { get; init; }

    /// <summary>True when threads go round for ever on purpose; else a fair execution without an end is a
    /// livelock.</summary>
    public bool RunsForever { get; init; }

    /// <summary>Ready to run.</summary>
    /// <exception cref="ThreadTextException">There is a mistake in a thread's text.</exception>
    public ThreadProgram Compile()
    {
        List<SharedObject> variables = [];
        List<SharedObject> mutexes = [];
        int next = 0;
        foreach (KeyValuePair<string, int[]> variable in Variables)
        {
            bool isArray = variable.Value.Length > 1 || Arrays.Contains(variable.Key);
            variables.Add(new SharedObject(variable.Key, next, variable.Value, isArray));
            next += variable.Value.Length;
        }

        foreach (KeyValuePair<string, int> mutex in Mutexes)
        {
            int places = Math.Max(1, mutex.Value);
            mutexes.Add(new SharedObject(mutex.Key, next, new int[places], mutex.Value > 0));
            next += places;
        }

        ProgramNames names = new(variables, mutexes, [.. Threads.Select(thread => thread.Name)]);
        ThreadCode[] threads = [.. Threads.Select(thread => Compile(names, thread))];
        return new ThreadProgram(Name, [.. variables, .. mutexes], threads, names.Texts, DeadlockFails)
        {
            Eventually = Eventually is null ? null : Condition(names, Eventually),
            RunsForever = RunsForever,
        };
    }

    private static Condition Condition(ProgramNames names, string text)
    {
        try
        {
            return ThreadCompiler.Condition(names, text);
        }
        catch (ProgramException mistake)
        {
            throw new ThreadTextException("", mistake.Line, mistake.Column, mistake.Message);
        }
    }

    private static ThreadCode Compile(ProgramNames names, ThreadText thread)
    {
        try
        {
            return ThreadCompiler.Compile(names, thread.Name, thread.Text, !thread.Spawned);
        }
        catch (ProgramException mistake)
        {
            throw new ThreadTextException(thread.Name, mistake.Line, mistake.Column, mistake.Message);
        }
    }
}

/// <summary>A mistake in the text of a thread of a program.</summary>
/// <param name="thread">The thread; empty for the condition that has to hold at some time.</param>
/// <param name="line">Line in its text, from 1.</param>
/// <param name="column">Column, from 1.</param>
/// <param name="message">What is wrong and what was expected.</param>
public sealed class ThreadTextException(string thread, int line, int column, string message)
    : Exception($"{(thread.Length == 0 ? "eventually" : $"thread {thread}")}, line {line}, column {column}: {message}")
{
    /// <summary>The thread; empty for the condition that has to hold at some time.</summary>
    public string Thread { get; } = thread;

    /// <summary>Line in its text, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>Column, from 1.</summary>
    public int Column { get; } = column;

    /// <summary>What is wrong, without the place.</summary>
    public string Mistake { get; } = message;
}
