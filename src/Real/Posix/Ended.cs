namespace TwoDoors.Real.Posix;

/// <summary>Takes the answer of a step on this host, where every step has ended when its call returns.</summary>
public static class Ended
{
    /// <summary>The answer.</summary>
    /// <exception cref="InvalidOperationException">The step waits for something that is no port.</exception>
    public static T Answer<T>(ValueTask<T> step) => step.IsCompleted
        ? step.GetAwaiter().GetResult()
        : throw new InvalidOperationException("A step waits for something outside its host's ports.");
}
