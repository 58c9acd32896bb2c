namespace TwoDoors.Model.World;

/// <summary>A place in the text of a protocol, be it code or a scenario.</summary>
/// <param name="File">A path; of this tree's own code, from its root on.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
public sealed record SourcePlace(string File, int Line, int Column);
