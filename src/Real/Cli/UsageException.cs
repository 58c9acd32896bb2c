namespace TwoDoors.Real.Cli;

/// <summary>The user made a mistake; the message is all that is shown.</summary>
/// <param name="message">What, where, and what was expected.</param>
public sealed class UsageException(string message) : Exception(message);
