using TwoDoors.Sim.Choice;

namespace TwoDoors.Sim.Explore.Threads;

/// <summary>How long a search takes to the first failure, over several seeds.</summary>
/// <param name="Executions">Of each trial that found one: how many executions it took, that one included.</param>
/// <param name="Trials">How many trials were made.</param>
public sealed record ThreadTrials(IReadOnlyList<long> Executions, int Trials)
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    /// <summary>The mean, over the trials that found one.</summary>
    public double Mean => Executions.Count == 0 ? 0 : Executions.Average();

    /// <summary>The standard deviation of a sample.</summary>
    public double Deviation => Executions.Count < 2
        ? 0
        : Math.Sqrt(Executions.Sum(one => (one - Mean) * (one - Mean)) / (Executions.Count - 1));

    /// <summary>Searches once for each seed, each time to the first failure.</summary>
    /// <param name="program">What runs.</param>
    /// <param name="options">How; every trial draws its own seed from this one.</param>
    /// <param name="trials">How many.</param>
    /// <param name="workers">Most at once; the result does not depend on it.</param>
    public static ThreadTrials Run(ThreadProgram program, ThreadOptions options, int trials, int workers)
    {
        SplitMix64 seeds = new(options.Seed);
        ThreadOptions[] each = [.. Enumerable.Range(0, trials).Select(_ => options with
        {
            Seed = seeds.Next(),
            StopAtFirst = true,
            Workers = 1,
        })];
        long?[] found = new long?[trials];
        Action[] jobs = [.. each.Select((one, i) => (Action)(() =>
            found[i] = ThreadSearches.Run(program, one).First?.Execution))];
        new Workers(workers).Run(jobs, Beat, () => { });
        return new ThreadTrials([.. found.OfType<long>()], trials);
    }
}
