using TwoDoors.Model.World;

namespace TwoDoors.Sim.Kernel.Files;

/// <summary>A file call that was asked for: what a trace shows. Words are made only when somebody reads them.</summary>
public readonly record struct PendingCall
{
    /// <summary>A call with paths.</summary>
    public PendingCall(
        FileCall call,
        FilePath path,
        FilePath other = default,
        Handle at = default,
        OpenFlags flags = OpenFlags.ReadOnly,
        long number = 0,
        RenameMode renameMode = RenameMode.Replace)
    {
        Call = call;
        Path = path;
        Other = other;
        File = at;
        Flags = flags;
        Number = number;
        RenameMode = renameMode;
        Point = "";
    }

    private PendingCall(FileCall call, Handle file, long number, string point)
    {
        Call = call;
        File = file;
        Number = number;
        Point = point;
    }

    /// <summary>Which call.</summary>
    public FileCall Call { get; }

    /// <summary>The path, or the first of two: an existing name, or the target of a symbolic link.</summary>
    public FilePath Path { get; }

    /// <summary>The second path: a new name.</summary>
    public FilePath Other { get; }

    /// <summary>The handle, or the at-handle of a call with a path.</summary>
    public Handle File { get; }

    /// <summary>How a file is opened.</summary>
    public OpenFlags Flags { get; }

    /// <summary>How a name is changed.</summary>
    public RenameMode RenameMode { get; }

    /// <summary>Bytes, a length or a mode.</summary>
    public long Number { get; }

    /// <summary>The name of a sync point.</summary>
    public string Point { get; }

    /// <summary>A call with a handle.</summary>
    public static PendingCall Of(FileCall call, Handle file, long number = 0) => new(call, file, number, "");

    /// <summary>A sync.</summary>
    public static PendingCall Of(FileCall call, Handle file, string point) => new(call, file, 0, point);

    /// <summary>The call in words, such as "write fd 3 (/A/d1) 5 bytes".</summary>
    /// <param name="process">Whose call it is; it knows what its handles are.</param>
    public string Describe(FileCalls process) => CallLabel.Describe(this, process);
}
