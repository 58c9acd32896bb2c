namespace TwoDoors.Sim.Scenarios;

/// <summary>A mistake in what the user wrote. The message is all that the user is shown: where, what, and what was
/// expected.</summary>
public sealed class ScenarioException : Exception
{
    /// <summary>A mistake at a place.</summary>
    /// <param name="at">Where.</param>
    /// <param name="mistake">What is wrong and what was expected, without a full stop.</param>
    public ScenarioException(Position at, string mistake)
        : base($"{at}: {mistake}") =>
        At = at;

    /// <summary>Where.</summary>
    public Position At { get; }
}
