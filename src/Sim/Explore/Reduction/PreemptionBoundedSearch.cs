using TwoDoors.Model.Claims;
using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Reduction;

/// <summary>Every trace that has a schedule with at most so many preemptions: switches away from a thread that could
/// have gone on.</summary>
/// <remarks>Source of the bound: Musuvathi and Qadeer, "Iterative context bounding for systematic testing of
/// multithreaded programs", PLDI 2007. Beginnings of schedules that are one trace and end with the same thread are
/// kept once, with the fewest preemptions; so the count is exact, and each trace is counted once.</remarks>
internal sealed class PreemptionBoundedSearch
{
    private readonly ThreadOptions options;
    private readonly ThreadMachine machine;
    private readonly EventLog log;
    private readonly ThreadTally tally;
    private readonly HashSet<Fingerprint> ended = [];

    private PreemptionBoundedSearch(ThreadProgram program, ThreadOptions options)
    {
        this.options = options;
        machine = new ThreadMachine(program) { KeepsUndo = true, GoesOn = true };
        log = new EventLog(machine);
        tally = new ThreadTally(program);
    }

    /// <summary>Searches.</summary>
    public static ThreadVerdict Run(ThreadProgram program, ThreadOptions options) =>
        new PreemptionBoundedSearch(program, options).Run();

    private ThreadVerdict Run()
    {
        Deadline deadline = new(options.Budget, options.Executions, options.Control.Stop);
        List<Beginning> level = [new Beginning([], -1, 0)];
        while (level.Count > 0)
        {
            List<Beginning> next = [];
            Dictionary<Fingerprint, int> known = [];
            foreach (Beginning beginning in level)
            {
                if (deadline.IsOver(tally.Traces) || (options.StopAtFirst && tally.First is not null))
                    return tally.ToVerdict("preemption-bounded", complete: false);
                Expand(beginning, next, known);
            }

            level = next;
        }

        return tally.ToVerdict("preemption-bounded", complete: true);
    }

    private void Expand(Beginning beginning, List<Beginning> next, Dictionary<Fingerprint, int> known)
    {
        while (log.Count > 0)
            log.Back();
        foreach (int thread in beginning.Schedule)
            log.Step(thread);
        if (machine.Count == 0 && ended.Add(TraceSoFar()))
            tally.Ended(machine, log.Schedule);
        bool goesOn = beginning.Last >= 0 && machine.CanRun(beginning.Last);
        for (int i = 0; i < machine.Count; i++)
        {
            int thread = machine[i];
            int preemptions = beginning.Preemptions + (goesOn && thread != beginning.Last ? 1 : 0);
            if (preemptions > options.Bound)
                continue;
            log.Step(thread);
            tally.Steps++;
            Keep(new Beginning([.. beginning.Schedule, thread], thread, preemptions), next, known);
            log.Back();
        }
    }

    private void Keep(Beginning beginning, List<Beginning> next, Dictionary<Fingerprint, int> known)
    {
        Fingerprint key = TraceSoFar().Add(beginning.Last);
        if (!known.TryGetValue(key, out int at))
        {
            known.Add(key, next.Count);
            next.Add(beginning);
        }
        else if (beginning.Preemptions < next[at].Preemptions)
        {
            next[at] = beginning;
        }
    }

    /// <summary>Equal for two schedules of one trace: their events have the same clocks.</summary>
    private Fingerprint TraceSoFar()
    {
        Fingerprint sum = Fingerprint.Empty;
        for (int i = 0; i < log.Count; i++)
        {
            Fingerprint one = Fingerprint.Empty.Add(log[i].Thread).Add(log[i].Place);
            foreach (ushort count in log.ClockOf(i))
                one = one.Add(count);
            sum = sum.Plus(one);
        }

        return sum;
    }

    private sealed record Beginning(int[] Schedule, int Last, int Preemptions);
}
