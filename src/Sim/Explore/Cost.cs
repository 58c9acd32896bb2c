namespace TwoDoors.Sim.Explore;

/// <summary>How much a person has to read to understand a witness. Ordered: fewer crashes first, then fewer context
/// switches, then fewer steps, then fewer lost changes.</summary>
/// <param name="Crashes">Crashes of hosts and of all processes.</param>
/// <param name="Switches">Times an activity was left while it could run, and answers of the world that were not the
/// quiet one.</param>
/// <param name="Steps">Calls.</param>
/// <param name="Lost">Pending changes that did not survive.</param>
internal readonly record struct Cost(int Crashes, int Switches, int Steps, int Lost) : IComparable<Cost>
{
    /// <inheritdoc/>
    public int CompareTo(Cost other)
    {
        if (Crashes != other.Crashes)
            return Crashes.CompareTo(other.Crashes);
        if (Switches != other.Switches)
            return Switches.CompareTo(other.Switches);
        return Steps != other.Steps ? Steps.CompareTo(other.Steps) : Lost.CompareTo(other.Lost);
    }

    /// <summary>The witness so far and its continuation.</summary>
    public Cost Plus(in Cost more) =>
        new(Crashes + more.Crashes, Switches + more.Switches, Steps + more.Steps, Lost + more.Lost);
}
