using TwoDoors.Model.Claims;
using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Tests.Explore.Liveness;

/// <summary>Decides by another way what a fair execution can do: it repeats every schedule from the start, forgets no
/// register, and finds fair executions as a greatest fixed point. Source: Emerson and Lei, "Efficient model checking in
/// fragments of the propositional mu-calculus", LICS 1986.</summary>
internal sealed class FairnessOracle
{
    private readonly List<(int Thread, int To)[]> edges = [];
    private readonly List<bool> isFailed = [];
    private readonly List<bool> holds = [];
    private readonly int threads;

    public FairnessOracle(ThreadProgram program, Func<ThreadMachine, bool> condition)
    {
        threads = program.Threads.Count;
        ThreadMachine machine = new(program);
        Dictionary<Fingerprint, int> known = [];
        List<int[]> ways = [];
        int Meet(int[] way)
        {
            machine.Reset();
            foreach (int thread in way)
                machine.Step(thread);
            Fingerprint print = machine.StateFingerprint().Add(machine.Failure is null ? 0 : 1);
            if (known.TryAdd(print, ways.Count))
            {
                ways.Add(way);
                isFailed.Add(machine.Failure is not null);
                holds.Add(condition(machine));
            }

            return known[print];
        }

        Meet([]);
        for (int state = 0; state < ways.Count; state++)
        {
            int[] way = ways[state];
            Meet(way);
            int[] able = [.. Enumerable.Range(0, machine.Count).Select(i => machine[i])];
            edges.Add([.. able.Select(thread => (thread, Meet([.. way, thread])))]);
        }
    }

    /// <summary>True when some fair execution never ends.</summary>
    public bool CanGoOn => GoesOn([.. Enumerable.Range(0, edges.Count)]);

    /// <summary>True when some fair execution never meets the condition, whether it ends or not.</summary>
    public bool CanDoWithout
    {
        get
        {
            HashSet<int> reached = holds[0] ? [] : [0];
            Queue<int> waiting = new(reached);
            while (waiting.TryDequeue(out int state))
            {
                foreach ((_, int to) in edges[state].Where(edge => !holds[edge.To] && reached.Add(edge.To)))
                    waiting.Enqueue(to);
            }

            return reached.Any(state => edges[state].Length == 0 && !isFailed[state]) || GoesOn(reached);
        }
    }

    private bool GoesOn(HashSet<int> inside)
    {
        int before;
        do
        {
            before = inside.Count;
            for (int thread = 0; thread < threads; thread++)
                inside = Reaching(inside, thread);
        }
        while (inside.Count < before);
        return inside.Count > 0;
    }

    /// <summary>The states from which one can come to where this thread is treated fairly, and go on.</summary>
    private HashSet<int> Reaching(HashSet<int> inside, int thread)
    {
        bool IsFair(int state) => edges[state].All(edge => edge.Thread != thread)
            ? edges[state].Any(edge => inside.Contains(edge.To))
            : edges[state].Any(edge => edge.Thread == thread && inside.Contains(edge.To));
        HashSet<int> reaching = [.. inside.Where(IsFair)];
        int before;
        do
        {
            before = reaching.Count;
            reaching.UnionWith(inside.Where(state => edges[state].Any(edge => reaching.Contains(edge.To))).ToArray());
        }
        while (reaching.Count > before);
        return reaching;
    }
}
