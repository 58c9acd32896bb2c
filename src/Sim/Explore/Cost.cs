namespace TwoDoors.Sim.Explore;

/// <summary>How much a person has to read to understand a witness.</summary>
/// <remarks>Ordered: fewer crashes first, then fewer context switches, then fewer steps up to the last crash, then
/// fewer lost changes, then fewer steps after it. What recovery does comes last: a crash that loses more than it must
/// would else win, because recovery then has less to do.</remarks>
/// <param name="Crashes">Crashes of hosts and of all processes.</param>
/// <param name="Switches">Times an activity was left while it could run, and answers of the world that were not the
/// quiet one.</param>
/// <param name="Steps">Calls up to the last crash.</param>
/// <param name="Lost">Pending changes that did not survive.</param>
/// <param name="After">Calls after the last crash.</param>
internal readonly record struct Cost(int Crashes, int Switches, int Steps, int Lost, int After) : IComparable<Cost>
{
    /// <inheritdoc/>
    public int CompareTo(Cost other)
    {
        if (Crashes != other.Crashes)
            return Crashes.CompareTo(other.Crashes);
        if (Switches != other.Switches)
            return Switches.CompareTo(other.Switches);
        if (Steps != other.Steps)
            return Steps.CompareTo(other.Steps);
        return Lost != other.Lost ? Lost.CompareTo(other.Lost) : After.CompareTo(other.After);
    }

    /// <summary>The witness so far and its continuation.</summary>
    public Cost Plus(in Cost more) =>
        new(Crashes + more.Crashes, Switches + more.Switches, Steps + more.Steps, Lost + more.Lost, more.After);
}
