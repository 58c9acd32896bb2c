namespace TwoDoors.Sim.Explore.Liveness;

/// <summary>A way through a state graph.</summary>
/// <param name="Movers">Who makes its steps.</param>
/// <param name="States">Where each step leads.</param>
internal sealed record Way(IReadOnlyList<int> Movers, IReadOnlyList<int> States);

/// <summary>Shortest ways through a state graph that keep to certain states.</summary>
internal sealed class Wayfinder(StateGraph graph)
{
    /// <summary>A shortest way; null for none, an empty one where the start is a goal.</summary>
    /// <param name="from">Where it starts.</param>
    /// <param name="isGoal">Where it may end.</param>
    /// <param name="allowed">Which states it may pass.</param>
    public Way? Find(int from, Func<int, bool> isGoal, Func<int, bool> allowed)
    {
        Dictionary<int, (int From, int Mover)> cameFrom = new() { [from] = (-1, -1) };
        Queue<int> waiting = new([from]);
        while (waiting.TryDequeue(out int state))
        {
            if (isGoal(state))
                return Back(cameFrom, state);
            foreach (Edge edge in graph.EdgesOf(state))
            {
                if (allowed(edge.To) && cameFrom.TryAdd(edge.To, (state, edge.Thread)))
                    waiting.Enqueue(edge.To);
            }
        }

        return null;
    }

    /// <summary>Which states a way from the start of the program reaches that keeps to certain states.</summary>
    public bool[] Reached(Func<int, bool> allowed)
    {
        bool[] reached = new bool[graph.Count];
        Queue<int> waiting = new();
        void Reach(int state)
        {
            if (reached[state] || !allowed(state))
                return;
            reached[state] = true;
            waiting.Enqueue(state);
        }

        Reach(0);
        while (waiting.TryDequeue(out int state))
        {
            foreach (Edge edge in graph.EdgesOf(state))
                Reach(edge.To);
        }

        return reached;
    }

    private static Way Back(Dictionary<int, (int From, int Mover)> cameFrom, int goal)
    {
        List<int> movers = [];
        List<int> states = [];
        for (int state = goal; cameFrom[state].From >= 0; state = cameFrom[state].From)
        {
            states.Add(state);
            movers.Add(cameFrom[state].Mover);
        }

        movers.Reverse();
        states.Reverse();
        return new Way(movers, states);
    }
}
