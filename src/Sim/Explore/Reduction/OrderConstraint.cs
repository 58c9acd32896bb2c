namespace TwoDoors.Sim.Explore.Reduction;

/// <summary>Restricts a search to the traces in which one event comes before another that conflicts with it.</summary>
/// <param name="FirstThread">Who makes the event that comes first.</param>
/// <param name="FirstPlace">Which of its events that is, from 1.</param>
/// <param name="SecondThread">Who makes the other.</param>
/// <param name="SecondPlace">Which of its events that is, from 1.</param>
internal readonly record struct OrderConstraint(int FirstThread, int FirstPlace, int SecondThread, int SecondPlace)
{
    /// <summary>The other order of the two.</summary>
    public OrderConstraint Reversed => new(SecondThread, SecondPlace, FirstThread, FirstPlace);
}
