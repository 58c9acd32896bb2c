namespace TwoDoors.Model.Script;

/// <summary>One named value of an answer: a number, a text, or neither (null).</summary>
/// <param name="Name">Such as descriptor, count, bytes, kind.</param>
/// <param name="Number">Set for a number.</param>
/// <param name="Text">Set for a text.</param>
public readonly record struct ScriptFact(string Name, long? Number, string? Text)
{
    /// <summary>A number.</summary>
    public static ScriptFact Of(string name, long number) => new(name, number, null);

    /// <summary>A text, or null.</summary>
    public static ScriptFact Of(string name, string? text) => new(name, null, text);
}

/// <summary>One path of a dump.</summary>
/// <param name="Path">The path in text.</param>
/// <param name="Facts">What was seen there.</param>
public sealed record ScriptEntry(string Path, IReadOnlyList<ScriptFact> Facts);

/// <summary>What a call of a script answered.</summary>
/// <param name="Command">The line.</param>
/// <param name="Answer">Ok, the name of an errno, "no such process", "process exists" or "unsupported".</param>
/// <param name="Facts">The values that two file systems must agree on.</param>
/// <param name="Tree">For a dump, every path below its root in byte order; else null.</param>
/// <param name="Entries">For a readdir of a path, all names in byte order; else null.</param>
public sealed record ScriptStep(
    ScriptCommand Command,
    string Answer,
    IReadOnlyList<ScriptFact> Facts,
    IReadOnlyList<ScriptEntry>? Tree = null,
    IReadOnlyList<string>? Entries = null);

/// <summary>What a whole script answered.</summary>
/// <param name="Script">The script.</param>
/// <param name="Steps">One for each command, in order.</param>
public sealed record ScriptRun(PosixScript Script, IReadOnlyList<ScriptStep> Steps);
