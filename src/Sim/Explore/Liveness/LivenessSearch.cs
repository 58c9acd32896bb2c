using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Liveness;

/// <summary>Looks in a state graph for fair executions that break a promise: that a condition holds at some time, or
/// that the program ends.</summary>
internal sealed class LivenessSearch(StateGraph graph, ThreadProgram program)
{
    private readonly Wayfinder ways = new(graph);

    /// <summary>Who makes the steps of such executions, one for each promise: to its end, or up to a loop and once
    /// around it.</summary>
    public IEnumerable<int[]> FindSchedules()
    {
        if (program.Eventually is not null && FindWithout() is { } without)
            yield return without;
        if (!program.RunsForever && Around(_ => true) is { } endless)
            yield return endless;
    }

    /// <summary>An execution in which the condition never holds.</summary>
    private int[]? FindWithout()
    {
        bool[] reached = ways.Reached(state => !graph.MarksOf(state).HasFlag(StateMarks.Holds));
        for (int state = 0; state < graph.Expanded; state++)
        {
            bool isEnd = graph.FirstEdgeOf(state) == graph.FirstEdgeOf(state + 1);
            if (reached[state] && isEnd && !graph.MarksOf(state).HasFlag(StateMarks.Failed))
                return [.. ways.Find(0, to => to == state, to => reached[to])!.Movers];
        }

        return Around(state => reached[state]);
    }

    private int[]? Around(Func<int, bool> allowed)
    {
        int threads = program.Threads.Count;
        if (FairCycles.Find(graph, threads, allowed) is not { } part)
            return null;
        Way stem = ways.Find(0, to => to == part[0], allowed)!;
        bool IsInside(int state) => Array.BinarySearch(part, state) >= 0;
        List<int> loop = [];
        List<int> passed = [part[0]];
        for (int thread = 0; thread < threads; thread++)
        {
            int who = thread;
            if (loop.Contains(who) || passed.Exists(state => !CanMove(state, who)))
                continue;
            bool Moves(Edge edge) => edge.Thread == who && IsInside(edge.To);
            Way? step = ways.Find(passed[^1], to => graph.EdgesOf(to).Any(Moves), IsInside);
            if (step is null)
            {
                Append(ways.Find(passed[^1], to => !CanMove(to, who), IsInside)!);
                continue;
            }

            Append(step);
            loop.Add(who);
            passed.Add(graph.EdgesOf(passed[^1]).First(Moves).To);
        }

        if (loop.Count == 0)
        {
            Edge first = graph.EdgesOf(part[0]).First(edge => IsInside(edge.To));
            loop.Add(first.Thread);
            passed.Add(first.To);
        }

        Append(ways.Find(passed[^1], to => to == part[0], IsInside)!);
        return [.. stem.Movers, .. loop];

        void Append(Way way)
        {
            loop.AddRange(way.Movers);
            passed.AddRange(way.States);
        }
    }

    private bool CanMove(int state, int thread) => graph.EdgesOf(state).Any(edge => edge.Thread == thread);
}
