namespace TwoDoors.Sim.Explore.Threads;

/// <summary>Every schedule once, in order: at each point all threads that can make a step are tried, the lowest number
/// first. Nothing is left out, so it is what every reduction is compared with.</summary>
internal sealed class DepthFirstSearch
{
    private readonly ThreadOptions options;
    private readonly ThreadMachine machine;
    private readonly ThreadTally tally;
    private readonly Deadline deadline;
    private int[] chosen = new int[64];
    private int[] schedule = new int[64];
    private long steps;
    private bool complete = true;

    private DepthFirstSearch(ThreadProgram program, ThreadOptions options)
    {
        this.options = options;
        machine = new ThreadMachine(program) { KeepsUndo = true };
        tally = new ThreadTally(program);
        deadline = new Deadline(options.Budget, options.Executions, options.Control.Stop);
    }

    /// <summary>Searches.</summary>
    public static ThreadVerdict Run(ThreadProgram program, ThreadOptions options) =>
        new DepthFirstSearch(program, options).Run();

    private ThreadVerdict Run()
    {
        do
        {
            GoDown();
            if (deadline.IsOver(tally.Traces + tally.Blocked) || (options.StopAtFirst && tally.First is not null))
            {
                complete &= !GoBack();
                break;
            }
        }
        while (GoBack());
        return tally.ToVerdict("dfs", complete, steps);
    }

    /// <summary>Takes the first thread at every point, to the end of the execution.</summary>
    private void GoDown()
    {
        while (machine.Count > 0)
        {
            if (machine.Steps == options.StepsMax)
            {
                tally.CutOff();
                return;
            }

            Take(0);
        }

        tally.Ended(machine, schedule.AsSpan(0, machine.Steps));
    }

    /// <summary>Undoes steps up to the last point at which another thread is left to be tried, and tries it.</summary>
    /// <returns>False when there is none.</returns>
    private bool GoBack()
    {
        while (machine.Steps > 0)
        {
            machine.Undo();
            int next = chosen[machine.Steps] + 1;
            if (next >= machine.Count)
                continue;
            Take(next);
            return true;
        }

        return false;
    }

    private void Take(int index)
    {
        if (machine.Steps == chosen.Length)
        {
            Array.Resize(ref chosen, chosen.Length * 2);
            Array.Resize(ref schedule, schedule.Length * 2);
        }

        chosen[machine.Steps] = index;
        schedule[machine.Steps] = machine[index];
        machine.Step(machine[index]);
        steps++;
    }
}
