namespace TwoDoors.Sim.Scenarios;

/// <summary>A place that a person can go to: printed as file:line:column.</summary>
/// <param name="File">A path as the user gave it, or an option such as <c>--set variant=x</c>.</param>
/// <param name="Line">From 1; 0 where there are no lines.</param>
/// <param name="Column">From 1.</param>
public readonly record struct Position(string File, int Line, int Column)
{
    /// <inheritdoc/>
    public override string ToString() => Line == 0 ? File : $"{File}:{Line}:{Column}";
}
