using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Explore.Resume;
using TwoDoors.Sim.Explore.Strategies;

namespace TwoDoors.Sim.Explore.Threads;

/// <summary>Runs executions of a program under a strategy, with everything that was decided on a tape.</summary>
public sealed class ThreadSampler
{
    private readonly ThreadMachine machine;
    private readonly IStrategy strategy;
    private readonly ThreadOptions options;
    private readonly ThreadTally tally;
    private readonly Deadline deadline;
    private readonly AnswerTape tape = new();
    private int[] schedule = new int[64];
    private long steps;

    /// <summary>Ready to sample with the strategy that the options name.</summary>
    /// <exception cref="ArgumentException">There is no such strategy.</exception>
    public ThreadSampler(ThreadProgram program, ThreadOptions options)
        : this(program, options, StrategySet.Make(options.Strategy, options.Depth, options.Bound))
    {
    }

    /// <summary>Ready to sample with a strategy.</summary>
    public ThreadSampler(ThreadProgram program, ThreadOptions options, IStrategy strategy)
    {
        this.options = options;
        this.strategy = strategy;
        machine = new ThreadMachine(program);
        tally = new ThreadTally(program);
        deadline = new Deadline(options.Budget, options.Executions, options.Control.Stop);
        (strategy as IProfiled)?.Learn(Profile());
    }

    /// <summary>The answers of the last execution.</summary>
    public AnswerTape Tape => tape;

    /// <summary>Who made each step of the last execution.</summary>
    public ReadOnlySpan<int> Schedule => schedule.AsSpan(0, machine.Steps);

    /// <summary>Samples.</summary>
    /// <exception cref="ArgumentException">There is no such strategy.</exception>
    public static ThreadVerdict Run(ThreadProgram program, ThreadOptions options) =>
        new ThreadSampler(program, options).Run();

    /// <summary>Samples.</summary>
    public ThreadVerdict Run()
    {
        IStateKeeper? keeper = options.Control.Keeper;
        long execution = keeper?.Earlier is { } state ? Resume(state) : 0;
        for (; !deadline.IsOver(execution) && !IsEnough; execution++)
        {
            if (keeper is { IsWanted: true })
                keeper.Save(State(execution));
            Walk(strategy, SeedOf(execution), execution);
            steps += machine.Steps;
            if (machine.Count > 0)
                tally.GaveUp();
            else
                tally.Ended(machine, Schedule, tape);
        }

        keeper?.Save(State(execution));
        return tally.ToVerdict(options.Strategy, complete: false, steps);
    }

    /// <summary>Makes one execution, whatever came before.</summary>
    /// <returns>What went wrong in it, or null.</returns>
    public string? Repeat(long execution)
    {
        Walk(strategy, SeedOf(execution), execution);
        return tally.FailureOf(machine);
    }

    /// <summary>Repeats an execution from its tape.</summary>
    /// <returns>What went wrong in it, or how it departed from the tape; null for neither.</returns>
    public (string? Failure, string? Divergence) Repeat(AnswerTape recorded)
    {
        TapeStrategy guide = new(recorded);
        Walk(guide, 0, 0);
        return (tally.FailureOf(machine), guide.Divergence ?? (guide.IsAtEnd ? null : TapeReplay.TooLong));
    }

    /// <summary>What a few random runs show of the program, always the same.</summary>
    public RunProfile Profile()
    {
        Profiler profiler = new();
        for (int run = 0; run < Profiler.Runs; run++)
            Walk(profiler, (ulong)run, run);
        return profiler.ToProfile();
    }

    /// <summary>The value of a variable after the last execution.</summary>
    public int ValueOf(int slot) => machine.ValueOf(slot);

    private bool IsEnough => options.StopAtFirst && tally.First is not null;

    private byte[] State(long executions)
    {
        using StateWriter writer = new();
        writer.Number(executions);
        writer.Number(steps);
        tally.Write(writer);
        return writer.ToArray();
    }

    /// <returns>How many executions were made before.</returns>
    private long Resume(byte[] state)
    {
        using StateReader reader = new(state);
        long executions = reader.Number();
        steps = reader.Number();
        tally.Read(reader);
        return executions;
    }

    private ulong SeedOf(long execution) =>
        unchecked((options.Seed * 0x9E3779B97F4A7C15) + (ulong)execution);

    private void Walk(IStrategy guide, ulong seed, long execution)
    {
        machine.Reset();
        tape.Clear();
        guide.Begin(seed, execution);
        int count = machine.Count;
        int step = 0;
        for (; count > 0 && step < options.StepsMax; step++)
        {
            int chosen = guide.Choose(machine);
            tape.Add(count == 1 ? 0 : TurnOrder.AnswerOf(machine, chosen));
            int thread = machine[chosen];
            if (step == schedule.Length)
                Array.Resize(ref schedule, step * 2);
            schedule[step] = thread;
            machine.Step(thread);
            count = machine.Count;
        }

        guide.End(step, machine.Failure is not null);
    }
}
