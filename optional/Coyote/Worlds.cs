using Microsoft.Coyote.Runtime;
using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Optional.Coyote;

/// <summary>What can be run under Coyote: each takes the runtime of an iteration, makes one execution, and says what
/// was wrong with it.</summary>
internal static class Worlds
{
    /// <summary>A program of threads.</summary>
    /// <param name="program">The program.</param>
    /// <param name="pump">True: each thread is a Coyote operation. False: every choice is an integer of
    /// Coyote's.</param>
    public static Func<ICoyoteRuntime, string?> Threads(ThreadProgram program, bool pump) =>
        pump ? _ => Pumped(program) : runtime => Chosen(program, runtime);

    /// <summary>A simulated host; every choice is an integer of Coyote's: turns, crashes, what survives.</summary>
    public static Func<ICoyoteRuntime, string?> Host(Subject subject)
    {
        ChosenExecution execution = new(subject);
        return runtime => execution.Run(runtime.RandomInteger);
    }

    private static string? Chosen(ThreadProgram program, ICoyoteRuntime runtime)
    {
        ThreadOptions one = new() { Executions = 1 };
        return new ThreadSampler(program, one, new CoyoteStrategy(runtime)).Run().First?.Says;
    }

    private static string? Pumped(ThreadProgram program)
    {
        ThreadMachine machine = new(program);
        Pump.Run(machine);
        return machine.Failure ?? (program.DeadlockFails && machine.IsDeadlocked ? "deadlock" : null);
    }
}
