namespace TwoDoors.Model.World;

/// <summary>An open file or directory of one process. The default value is the working directory (AT_FDCWD).</summary>
public readonly record struct Handle
{
    private const int WorkingDirectoryNumber = -100;

    private readonly int aboveWorkingDirectory;

    /// <summary>The handle of a descriptor number.</summary>
    /// <param name="number">At least 0, or -100 for the working directory.</param>
    public Handle(int number) => aboveWorkingDirectory = number - WorkingDirectoryNumber;

    /// <summary>Where relative paths start.</summary>
    public static Handle WorkingDirectory => default;

    /// <summary>The descriptor number of the process.</summary>
    public int Number => aboveWorkingDirectory + WorkingDirectoryNumber;

    /// <inheritdoc/>
    public override string ToString() => aboveWorkingDirectory == 0 ? "cwd" : $"fd {Number}";
}
