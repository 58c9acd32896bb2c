using TwoDoors.Sim.Choice;

namespace TwoDoors.Sim.Explore.Threads;

/// <summary>What one event of a thread touches.</summary>
/// <remarks>Two events conflict if they touch the same object and not both only read it; then their order matters, and
/// two schedules that order all conflicting events alike are one Mazurkiewicz trace. Source: A. Mazurkiewicz, "Trace
/// theory", 1987; Flanagan and Godefroid, POPL 2005.</remarks>
/// <param name="Object">Number of the variable or mutex; below 0 for none.</param>
/// <param name="Kind">How.</param>
/// <param name="Parts">Of an atomic block: all that it may touch, whichever way it goes.</param>
public readonly record struct Operation(int Object, OperationKind Kind, Operation[]? Parts = null)
{
    /// <summary>Touches nothing shared.</summary>
    public static Operation None => new(-1, OperationKind.None);

    /// <summary>True when the order of the two events matters.</summary>
    public bool Conflicts(in Operation other)
    {
        if (Parts is null && other.Parts is null)
        {
            return Object == other.Object && Object >= 0
                && !(Kind == OperationKind.Read && other.Kind == OperationKind.Read);
        }

        return BlockConflicts(other);
    }

    /// <summary>The same as accesses, for strategies.</summary>
    public Footprint ToFootprint()
    {
        if (Parts is null)
            return Object < 0 ? Footprint.None : Footprint.Of(ToAccess());
        Access[] accesses = new Access[Parts.Length];
        for (int i = 0; i < accesses.Length; i++)
            accesses[i] = Parts[i].ToAccess();
        return Footprint.Of(accesses);
    }

    private Access ToAccess() => new(Object, 0, Kind == OperationKind.Read ? AccessKind.Read : AccessKind.Write);

    private bool BlockConflicts(in Operation other)
    {
        if (Parts is null)
            return other.BlockConflicts(this);
        foreach (Operation part in Parts)
        {
            if (other.Parts is null ? part.Conflicts(other) : other.BlockConflicts(part))
                return true;
        }

        return false;
    }
}
