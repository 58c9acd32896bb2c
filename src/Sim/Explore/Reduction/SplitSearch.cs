using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Reduction;

/// <summary>The optimal search on many cores: each takes the next part of the tree of traces. The parts, and with them
/// all counts, hang on the program and not on how many work.</summary>
internal static class SplitSearch
{
    /// <summary>Explores.</summary>
    /// <param name="program">At most 64 threads.</param>
    /// <param name="keepsStates">True when different final states are counted.</param>
    /// <param name="options">Workers and shard.</param>
    /// <param name="pairs">At most two to this power parts.</param>
    public static ThreadTally Run(ThreadProgram program, bool keepsStates, ThreadOptions options, int pairs = 8)
    {
        IReadOnlyList<OrderConstraint>[] parts =
            [.. TraceParts.Of(program, pairs).Where((_, index) => index % options.Shards == options.Shard)];
        ThreadTally[] tallies = new ThreadTally[parts.Length];
        Action[] jobs = [.. parts.Select((part, i) => (Action)(() =>
        {
            OptimalSearch search = new(program, keepsStates, _ => true, part);
            search.Run();
            tallies[i] = search.Tally;
        }))];
        new Workers(options.Workers).Run(jobs, TimeSpan.FromSeconds(1), () => { });
        ThreadTally all = new(program, keepsStates);
        foreach (ThreadTally one in tallies)
            all.Add(one);
        return all;
    }
}
