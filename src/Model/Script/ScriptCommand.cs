using TwoDoors.Model.World;

namespace TwoDoors.Model.Script;

/// <summary>One line of a script.</summary>
public sealed record ScriptCommand
{
    /// <summary>Line number, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The process that makes the call; 1 where the line names none.</summary>
    public required int Process { get; init; }

    /// <summary>What is asked for.</summary>
    public required ScriptVerb Verb { get; init; }

    /// <summary>The line without the process and without blanks around it.</summary>
    public required string Text { get; init; }

    /// <summary>True for a verb with "!": short reads and writes are continued.</summary>
    public bool Whole { get; init; }

    /// <summary>The path, or the first of two.</summary>
    public FilePath Path { get; init; }

    /// <summary>The second path.</summary>
    public FilePath Other { get; init; }

    /// <summary>Descriptor or directory stream, by the script's numbers; null for the working directory.</summary>
    public int? File { get; init; }

    /// <summary>The bytes to write.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>A count, an offset, a length, a mode, a mask or a user.</summary>
    public long Number { get; init; }

    /// <summary>The offset of pread and pwrite, or a group.</summary>
    public long Second { get; init; }

    /// <summary>How a file is opened.</summary>
    public OpenFlags Flags { get; init; }

    /// <summary>What an offset counts from; a value that no SeekFrom has stands for a wrong number.</summary>
    public SeekFrom Origin { get; init; }

    /// <summary>The lock to take.</summary>
    public LockMode Lock { get; init; }
}

/// <summary>A script that was understood.</summary>
/// <param name="Name">The file it came from.</param>
/// <param name="Commands">Its lines, without comments.</param>
public sealed record PosixScript(string Name, IReadOnlyList<ScriptCommand> Commands);

/// <summary>The first thing in a script that is not understood.</summary>
/// <param name="File">Which file.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">In bytes, from 1.</param>
/// <param name="Says">What is there and what was expected.</param>
public sealed record ScriptMistake(string File, int Line, int Column, string Says)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}:{Column}: {Says}";
}
