using System.Runtime.InteropServices;
using System.Text;
using TwoDoors.Model.Claims;
using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Liveness;

/// <summary>Every state that some schedule reaches, once, breadth first: failures and deadlocks with a shortest
/// schedule, and what goes on for ever.</summary>
/// <remarks>States are told apart by 128 bits of hash; with 10^7 states the chance that any two collide is below
/// 10^-24. A state is all shared variables and, of each thread, where it stands and the registers that it will still
/// read; so the number of states is exact. docs/LIVENESS.md argues why what is found is right.</remarks>
internal sealed class StatefulSearch
{
    private const int Beat = 1024;

    private readonly ThreadProgram program;
    private readonly ThreadOptions options;
    private readonly ThreadMachine machine;
    private readonly ThreadTally tally;
    private readonly Deadline deadline;
    private readonly StateGraph graph = new();
    private readonly int width;
    private List<int> frontier = [];
    private List<int> next = [];

    private StatefulSearch(ThreadProgram program, ThreadOptions options)
    {
        this.program = program;
        this.options = options;
        machine = new ThreadMachine(program, forgetsDead: true) { KeepsUndo = true };
        tally = new ThreadTally(program);
        deadline = new Deadline(options.Budget, options.Executions, options.Control.Stop);
        width = machine.State.Length;
    }

    /// <summary>Searches.</summary>
    public static ThreadVerdict Run(ThreadProgram program, ThreadOptions options) =>
        new StatefulSearch(program, options).Run();

    private ThreadVerdict Run()
    {
        Meet(-1, -1);
        bool complete = ExpandAll();
        ThreadVerdict verdict = tally.ToVerdict("stateful", complete, graph.EdgeCount) with { States = graph.Count };
        if (verdict.First is not null && options.StopAtFirst)
            return verdict;
        List<ThreadFailure> failures = [.. verdict.Failures];
        foreach (int[] schedule in new LivenessSearch(graph, program).FindSchedules())
        {
            (string claim, string says) = LivenessCheck.Of(program, schedule)
                ?? throw new InvalidOperationException($"this breaks no promise: {string.Join(' ', schedule)}");
            if (failures.TrueForAll(failure => failure.Claim != claim))
                failures.Add(new ThreadFailure(says, schedule, tally.Traces) { Claim = claim });
        }

        return verdict with { First = failures.FirstOrDefault(), Failures = failures };
    }

    private bool ExpandAll()
    {
        for (int depth = 0; next.Count > 0; depth++)
        {
            if (depth == options.StepsMax)
                return false;
            (frontier, next) = (next, frontier);
            next.Clear();
            for (int at = 0; at < frontier.Count; at += width)
            {
                if (IsOver())
                    return false;
                Expand(CollectionsMarshal.AsSpan(frontier).Slice(at, width));
            }
        }

        return true;
    }

    private bool IsOver() => (options.StopAtFirst && tally.First is not null)
        || (graph.Expanded % Beat == 0 && deadline.IsOver(graph.Count));

    private void Expand(ReadOnlySpan<int> state)
    {
        int from = graph.Expanded;
        graph.BeginEdges();
        if (graph.MarksOf(from).HasFlag(StateMarks.Failed))
            return;
        machine.Load(state);
        int count = machine.Count;
        for (int i = 0; i < count; i++)
        {
            int thread = machine[i];
            machine.Step(thread);
            graph.AddEdge(new Edge(Meet(from, thread), thread));
            machine.Undo();
        }
    }

    /// <summary>The number of the state in which the machine is; a step of the mover led there.</summary>
    private int Meet(int parent, int mover)
    {
        (int state, bool isNew) = graph.Meet(PrintOf(machine), parent);
        if (!isNew)
            return state;
        next.AddRange(machine.State);
        StateMarks marks = machine.Failure is not null ? StateMarks.Failed : StateMarks.None;
        if (program.Eventually is { } condition && condition.Holds(machine))
            marks |= StateMarks.Holds;
        graph.MarksOf(state) = marks;
        if (machine.Count == 0)
        {
            bool isWrong = parent >= 0 && tally.FailureOf(machine) is not null;
            tally.Ended(machine, isWrong ? [.. graph.WayTo(parent), mover] : []);
        }

        return state;
    }

    /// <summary>A failure ends an execution, so a state with one is not the same as without.</summary>
    internal static Fingerprint PrintOf(ThreadMachine machine)
    {
        Fingerprint print = Fingerprint.Empty.AddBlocks(MemoryMarshal.AsBytes(machine.State));
        return machine.Failure is { } failure
            ? print.Add((ReadOnlySpan<byte>)Encoding.UTF8.GetBytes(failure))
            : print;
    }
}
