using Microsoft.Coyote.Runtime;
using TwoDoors.Sim.Explore.Threads;
using ControlledOperation = Microsoft.Coyote.Runtime.Operation;
using ControlledTask = Microsoft.Coyote.Rewriting.Types.Threading.Tasks.Task;

namespace TwoDoors.Optional.Coyote;

/// <summary>One Coyote operation for each thread of a program: whenever Coyote schedules an operation, its thread makes
/// one step on our machine.</summary>
internal static class Pump
{
    /// <summary>Runs one execution.</summary>
    /// <param name="machine">At the start of its program.</param>
    public static void Run(ThreadMachine machine)
    {
        // All operations are made before the first one runs, or Coyote would choose among those that exist already.
        SchedulingPoint.Suppress();
        Task[] operations = new Task[machine.Activities];
        for (int thread = 0; thread < operations.Length; thread++)
        {
            int own = thread;
            operations[thread] = ControlledTask.Run(() => Steps(machine, own));
        }

        SchedulingPoint.Resume();
        ControlledTask.WaitAll(operations);
    }

    private static void Steps(ThreadMachine machine, int thread)
    {
        while (true)
        {
            // A thread that nobody started or that waits is not paused for ever: the end of the others ends it too.
            if (!CanStep(machine, thread))
                ControlledOperation.PauseUntil(() => CanStep(machine, thread) || machine.Count == 0);
            if (machine.Count == 0 || !CanStep(machine, thread))
                return;
            machine.Step(thread);
            SchedulingPoint.Interleave();
        }
    }

    private static bool CanStep(ThreadMachine machine, int thread) => machine.Count > 0 && machine.CanRun(thread);
}
