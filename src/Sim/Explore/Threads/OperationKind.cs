namespace TwoDoors.Sim.Explore.Threads;

/// <summary>How an event of a thread touches a shared object.</summary>
public enum OperationKind
{
    /// <summary>Touches nothing shared: a spawn, or a join.</summary>
    None,

    /// <summary>Reads a variable; a compare-and-swap that fails is one.</summary>
    Read,

    /// <summary>Changes a variable: a write, or an atomic read and write.</summary>
    Write,

    /// <summary>Takes a mutex.</summary>
    Lock,

    /// <summary>Gives a mutex back.</summary>
    Unlock,

    /// <summary>An atomic block: every part counts.</summary>
    Block,
}
