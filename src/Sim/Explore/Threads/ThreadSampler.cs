using TwoDoors.Sim.Explore.Strategies;

namespace TwoDoors.Sim.Explore.Threads;

/// <summary>How to sample executions of a program.</summary>
/// <param name="Strategy">A name of <see cref="StrategySet"/>, such as pct-10.</param>
/// <param name="Seed">With the number of an execution, enough to repeat it under most strategies.</param>
/// <param name="Executions">Most executions.</param>
/// <param name="StopAtFirst">True to end at the first failure.</param>
/// <param name="StepsMax">An execution that gets longer is given up, and is no failure.</param>
public sealed record SamplingOptions(
    string Strategy, ulong Seed, long Executions, bool StopAtFirst = true, int StepsMax = 100_000);

/// <summary>Runs executions of a program under a strategy, with everything that was decided on a tape.</summary>
public sealed class ThreadSampler
{
    private readonly ThreadMachine machine;
    private readonly IStrategy strategy;
    private readonly SamplingOptions options;
    private readonly ChoiceTape tape = new();
    private long ended;
    private long givenUp;
    private long failed;
    private long steps;
    private ThreadFailure? first;

    /// <summary>Ready to sample.</summary>
    /// <exception cref="ArgumentException">There is no such strategy.</exception>
    public ThreadSampler(ThreadProgram program, SamplingOptions options)
    {
        this.options = options;
        machine = new ThreadMachine(program);
        strategy = StrategySet.Make(options.Strategy);
        (strategy as IProfiled)?.Learn(Profile());
    }

    /// <summary>The answers of the last execution.</summary>
    public ChoiceTape Tape => tape;

    /// <summary>Samples.</summary>
    public ThreadVerdict Run()
    {
        for (long execution = 0; execution < options.Executions; execution++)
        {
            Execute(execution);
            if (failed > 0 && options.StopAtFirst)
                break;
        }

        return new ThreadVerdict(
            options.Strategy, false, ended, givenUp, steps, failed, first, FinalStates: default, FinalStateCount: 0);
    }

    /// <summary>Makes one execution, whatever came before.</summary>
    /// <returns>What went wrong in it, or null.</returns>
    public string? Repeat(long execution)
    {
        Walk(strategy, SeedOf(execution), execution);
        return Failure();
    }

    /// <summary>The value of a variable after the last execution.</summary>
    public int ValueOf(int slot) => machine.ValueOf(slot);

    private ulong SeedOf(long execution) =>
        unchecked((options.Seed * 0x9E3779B97F4A7C15) + (ulong)execution);

    private void Execute(long execution)
    {
        Walk(strategy, SeedOf(execution), execution);
        steps += machine.Steps;
        if (machine.Count > 0)
        {
            givenUp++;
            return;
        }

        ended++;
        if (Failure() is not { } says)
            return;
        failed++;
        first ??= new ThreadFailure(says, Schedule(), execution + 1) { Tape = tape.Copy() };
    }

    private void Walk(IStrategy guide, ulong seed, long execution)
    {
        machine.Reset();
        tape.Clear();
        guide.Begin(seed, execution);
        int count = machine.Count;
        while (count > 0 && machine.Steps < options.StepsMax)
        {
            int chosen = guide.Choose(machine);
            if (count > 1)
                tape.Add(TapeQuestion.Run, count, chosen);
            machine.Step(machine[chosen]);
            count = machine.Count;
        }

        guide.End(machine.Steps, count == 0 && IsFailed);
    }

    private bool IsFailed =>
        machine.Failure is not null || (machine.Program.DeadlockFails && machine.IsDeadlocked);

    private string? Failure() => machine.Failure
        ?? (machine.Program.DeadlockFails && machine.IsDeadlocked ? machine.DescribeDeadlock() : null);

    private RunProfile Profile()
    {
        Profiler profiler = new();
        for (int run = 0; run < Profiler.Runs; run++)
            Walk(profiler, (ulong)run, run);
        return profiler.ToProfile();
    }

    /// <summary>Who made each step of the execution that is on the tape.</summary>
    private int[] Schedule()
    {
        int[] schedule = new int[machine.Steps];
        int answer = 0;
        machine.Reset();
        for (int step = 0; step < schedule.Length; step++)
        {
            int chosen = machine.Count > 1 ? tape[answer++].Answer : 0;
            schedule[step] = machine[chosen];
            machine.Step(schedule[step]);
        }

        return schedule;
    }
}
