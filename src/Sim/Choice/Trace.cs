namespace TwoDoors.Sim.Choice;

/// <summary>What kind of thing a trace entry records.</summary>
public enum TraceKind
{
    /// <summary>An activity made its pending call.</summary>
    Step,

    /// <summary>The world answered a question that had several answers.</summary>
    Pick,

    /// <summary>All processes of a host were killed; what the kernel holds stays.</summary>
    ProcessCrash,

    /// <summary>A host lost power; what was not durable may be lost.</summary>
    HostCrash,
}

/// <summary>One entry of a trace.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Who">The activity of a step, the question of a pick, the host of a crash.</param>
/// <param name="What">The label of the call of a step, the answer of a pick; empty for a crash.</param>
/// <param name="Lost">For a host crash: the labels of the pending changes that did not survive, oldest first.</param>
public sealed record TraceEntry(TraceKind Kind, string Who, string What, IReadOnlyList<string> Lost)
{
    /// <summary>An activity made its pending call.</summary>
    public static TraceEntry Step(string activity, string call) => new(TraceKind.Step, activity, call, []);

    /// <summary>The world answered.</summary>
    public static TraceEntry Pick(string question, string answer) => new(TraceKind.Pick, question, answer, []);
}

/// <summary>One execution, whole: enough to repeat it by label on another machine.</summary>
/// <param name="Scenario">The scenario's name, such as spool/f1.</param>
/// <param name="Settings">The --set keys and values that were in force, in order of keys.</param>
/// <param name="Violates">The property that broke, or null.</param>
/// <param name="Says">What is wrong, in one line, or null.</param>
/// <param name="Entries">What happened, in order, over all boots.</param>
public sealed record Trace(
    string Scenario,
    IReadOnlyList<KeyValuePair<string, string>> Settings,
    string? Violates,
    string? Says,
    IReadOnlyList<TraceEntry> Entries)
{
    /// <summary>The same execution as numbers, if they are known.</summary>
    public TraceTape? Tape { get; init; }
}

/// <summary>An execution as numbers, and where it came from.</summary>
/// <param name="Strategy">What found it.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="Execution">Which execution of this seed it was, from 0; null for a search, which has no numbers. What
/// was found may have been made smaller since.</param>
/// <param name="Answers">As an <see cref="AnswerTape"/> writes them.</param>
public sealed record TraceTape(string Strategy, ulong Seed, long? Execution, string Answers);
