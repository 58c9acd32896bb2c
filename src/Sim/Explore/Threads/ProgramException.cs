namespace TwoDoors.Sim.Explore.Threads;

/// <summary>A mistake in the text of a thread.</summary>
/// <param name="line">Line in the text, from 1.</param>
/// <param name="column">Column, from 1.</param>
/// <param name="message">What is wrong and what was expected.</param>
public sealed class ProgramException(int line, int column, string message) : Exception(message)
{
    /// <summary>Line in the text, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>Column, from 1.</summary>
    public int Column { get; } = column;
}
