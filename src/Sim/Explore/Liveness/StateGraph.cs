using TwoDoors.Model.Claims;

namespace TwoDoors.Sim.Explore.Liveness;

/// <summary>What a state is, beside what follows from it.</summary>
[Flags]
internal enum StateMarks : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The execution that came here failed: nothing follows.</summary>
    Failed = 1,

    /// <summary>What has to hold at some time holds here.</summary>
    Holds = 2,
}

/// <summary>A step from a state to another one.</summary>
/// <param name="To">Where it leads.</param>
/// <param name="Thread">Who makes it.</param>
internal readonly record struct Edge(int To, int Thread);

/// <summary>All states that a search met, with the steps between them. States are numbered in the order in which they
/// were met, breadth first; a thread can make a step in a state if an edge of that state is its own.</summary>
internal sealed class StateGraph
{
    private readonly FingerprintTable table = new();
    private readonly Chunks<int> firstEdges = new();
    private readonly Chunks<int> parents = new();
    private readonly Chunks<StateMarks> marks = new();
    private readonly Chunks<int> targets = new();
    private readonly Chunks<ushort> movers = new();

    /// <summary>How many states there are.</summary>
    public int Count => table.Count;

    /// <summary>How many states have their edges.</summary>
    public int Expanded => firstEdges.Count;

    /// <summary>How many edges there are.</summary>
    public int EdgeCount => targets.Count;

    /// <summary>Finds or adds a state.</summary>
    /// <param name="print">Its fingerprint.</param>
    /// <param name="parent">Where a step led to it from; -1 for the start.</param>
    /// <returns>Its number, and whether it is new.</returns>
    public (int State, bool IsNew) Meet(in Fingerprint print, int parent)
    {
        int state = table.NumberOf(print);
        if (state < parents.Count)
            return (state, false);
        parents.Add(parent);
        marks.Add(StateMarks.None);
        return (state, true);
    }

    /// <summary>The edges that are added from now on are those of the next state.</summary>
    public void BeginEdges() => firstEdges.Add(targets.Count);

    /// <summary>Adds an edge.</summary>
    public void AddEdge(Edge edge)
    {
        targets.Add(edge.To);
        movers.Add((ushort)edge.Thread);
    }

    /// <summary>What a state is.</summary>
    public ref StateMarks MarksOf(int state) => ref marks[state];

    /// <summary>The first of a state's edges.</summary>
    public int FirstEdgeOf(int state) => state < firstEdges.Count ? firstEdges[state] : EdgeCount;

    /// <summary>One edge of all.</summary>
    public Edge EdgeAt(int index) => new(targets[index], movers[index]);

    /// <summary>A state's edges.</summary>
    public IEnumerable<Edge> EdgesOf(int state)
    {
        int end = FirstEdgeOf(state + 1);
        for (int i = FirstEdgeOf(state); i < end; i++)
            yield return EdgeAt(i);
    }

    /// <summary>Who makes the steps of a shortest way from the start to a state.</summary>
    public int[] WayTo(int state)
    {
        List<int> way = [];
        for (int to = state; parents[to] >= 0; to = parents[to])
            way.Add(EdgesOf(parents[to]).First(edge => edge.To == to).Thread);
        way.Reverse();
        return [.. way];
    }
}
