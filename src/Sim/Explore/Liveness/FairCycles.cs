namespace TwoDoors.Sim.Explore.Liveness;

/// <summary>Finds what can go round for ever while nobody is treated unfairly: a strongly connected part of a state
/// graph in which every thread makes a step, or is unable to make one in some state.</summary>
/// <remarks>That is weak fairness: a thread that can always make a step makes one at some time. If such a part has
/// every thread right, a run that goes through all of it again and again is fair; if one thread is wrong in it, it is
/// wrong in every cycle of it. Parts are found by R. Tarjan, "Depth-first search and linear graph algorithms",
/// 1972, without recursion.</remarks>
internal sealed class FairCycles
{
    private readonly StateGraph graph;
    private readonly Func<int, bool> allowed;
    private readonly int threads;
    private readonly int[] order;
    private readonly int[] low;
    private readonly int[] part;
    private readonly Stack<int> open = new();
    private readonly Stack<(int State, int Edge)> path = new();
    private int visited;
    private int parts;
    private int[]? best;

    private FairCycles(StateGraph graph, int threads, Func<int, bool> allowed)
    {
        this.graph = graph;
        this.allowed = allowed;
        this.threads = threads;
        order = new int[graph.Count];
        low = new int[graph.Count];
        part = new int[graph.Count];
    }

    /// <summary>The states of the part that is nearest to the start, the nearest of them first; or null.</summary>
    /// <param name="graph">The states.</param>
    /// <param name="threads">How many threads there are.</param>
    /// <param name="allowed">Which states count.</param>
    public static int[]? Find(StateGraph graph, int threads, Func<int, bool> allowed)
    {
        FairCycles cycles = new(graph, threads, allowed);
        for (int root = 0; root < graph.Count; root++)
        {
            if (cycles.order[root] == 0 && allowed(root))
                cycles.Visit(root);
        }

        return cycles.best;
    }

    private void Visit(int root)
    {
        Enter(root);
        while (path.Count > 0)
        {
            (int state, int edge) = path.Pop();
            if (edge == graph.FirstEdgeOf(state + 1))
            {
                Leave(state);
                continue;
            }

            path.Push((state, edge + 1));
            int to = graph.EdgeAt(edge).To;
            if (order[to] == 0 && allowed(to))
                Enter(to);
            else if (order[to] != 0 && part[to] == 0)
                low[state] = Math.Min(low[state], order[to]);
        }
    }

    private void Enter(int state)
    {
        order[state] = low[state] = ++visited;
        open.Push(state);
        path.Push((state, graph.FirstEdgeOf(state)));
    }

    private void Leave(int state)
    {
        if (path.TryPeek(out (int State, int Edge) above))
            low[above.State] = Math.Min(low[above.State], low[state]);
        if (low[state] != order[state])
            return;
        parts++;
        List<int> members = [];
        int member;
        do
        {
            member = open.Pop();
            part[member] = parts;
            members.Add(member);
        }
        while (member != state);
        int nearest = members.Min();
        if ((best is null || nearest < best[0]) && IsFair(members))
            best = [.. members.Order()];
    }

    private bool IsFair(List<int> members)
    {
        bool[] isRight = new bool[threads];
        int[] seen = new int[threads];
        bool hasStep = false;
        for (int i = 0; i < members.Count; i++)
        {
            int end = graph.FirstEdgeOf(members[i] + 1);
            for (int at = graph.FirstEdgeOf(members[i]); at < end; at++)
            {
                Edge edge = graph.EdgeAt(at);
                seen[edge.Thread] = i + 1;
                if (part[edge.To] != parts)
                    continue;
                isRight[edge.Thread] = true;
                hasStep = true;
            }

            for (int thread = 0; thread < threads; thread++)
                isRight[thread] |= seen[thread] != i + 1;
        }

        return hasStep && Array.TrueForAll(isRight, right => right);
    }
}
