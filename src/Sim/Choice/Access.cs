namespace TwoDoors.Sim.Choice;

/// <summary>How a step touches a part of an object.</summary>
public enum AccessKind
{
    /// <summary>Looks. Reads of one part commute.</summary>
    Read,

    /// <summary>Changes in a way of which the order can be seen.</summary>
    Write,

    /// <summary>Changes in a way that commutes with others of its kind, as adding to a sum that nobody looks at in
    /// between; not with reads and writes.</summary>
    Add,
}

/// <summary>One access that a step may make.</summary>
/// <param name="Object">What is accessed: a variable, an inode, a directory.</param>
/// <param name="Part">Which part of it; 0 is the whole object, and meets every part.</param>
/// <param name="Kind">How.</param>
public readonly record struct Access(long Object, long Part, AccessKind Kind)
{
    /// <summary>True when the order of the two may matter.</summary>
    public bool Conflicts(in Access other)
    {
        if (Object != other.Object || (Kind == other.Kind && Kind != AccessKind.Write))
            return false;
        return Part == other.Part || Part == 0 || other.Part == 0;
    }
}
