namespace TwoDoors.Sim.Explore;

/// <summary>Finds the smallest sets of syncs with which a subject holds on one file system.</summary>
/// <remarks>With fewer syncs a subject can do all that it can do with more: a sync changes nothing that a program sees,
/// and what it makes durable could have become so by itself. So what breaks without some syncs breaks without more of
/// them. The one exception is a sync that can fail: then, and when it is asked to, the search explores every
/// set.</remarks>
public sealed class SyncSynthesis
{
    private static readonly string[] FaultsOfSyncs = ["eio-fsync", "einval-fsync-directory"];

    private readonly Subject subject;
    private readonly IReadOnlyList<string> among;
    private readonly Func<Subject, Verdict> explore;
    private readonly SyncWatch watch = new();
    private readonly SyncWatch undisturbed;
    private readonly SortedDictionary<string, Verdict> explored = new(StringComparer.Ordinal);

    /// <summary>A search on one file system.</summary>
    /// <param name="subject">What is explored.</param>
    /// <param name="profile">The file system.</param>
    /// <param name="among">Points and parts that may be left out; empty: all.</param>
    /// <param name="explore">Explores a subject.</param>
    public SyncSynthesis(
        Subject subject, string profile, IReadOnlyList<string> among, Func<Subject, Verdict> explore)
    {
        this.subject = Ablation.On(subject, profile);
        this.among = among;
        this.explore = explore;
        undisturbed = UndisturbedRun.Watch(this.subject);
    }

    /// <summary>True where a sync can fail, so that no set may be judged by another one.</summary>
    public bool SyncsCanFail =>
        subject.Faults.Any(fault => fault.Value > 0 && FaultsOfSyncs.Contains(fault.Key));

    /// <summary>Searches.</summary>
    /// <param name="every">True: every set that costs less than the answer is explored.</param>
    /// <exception cref="ArgumentException">There are more than twenty points.</exception>
    public Synthesis Find(bool every)
    {
        Explore([]);
        while (true)
        {
            List<SyncCost> points = Points();
            SyncSearch search = new(points, Explore);
            Synthesis found = every || SyncsCanFail
                ? search.RunEvery(subject.Profile)
                : search.Run(subject.Profile);

            // What runs without a sync may meet points that nothing has met before.
            if (Points().Count == points.Count)
                return found with { Proof = found.Proof with { Explorations = explored.Count } };
        }
    }

    private Verdict Explore(IReadOnlyList<string> leftOut)
    {
        string key = string.Join('\n', leftOut);
        if (!explored.TryGetValue(key, out Verdict? verdict))
        {
            Subject without = subject with { WithoutSyncs = [.. subject.WithoutSyncs, .. leftOut] };
            explored.Add(key, verdict = explore(watch.On(without)));
        }

        return verdict;
    }

    private List<SyncCost> Points()
    {
        IEnumerable<SyncPoint> unknown = watch.Met
            .Where(name => subject.Syncs.All(point => point.Name != name))
            .Select(name => new SyncPoint(name, "steps"));
        return
        [
            .. subject.Syncs.Where(point => watch.Met.Contains(point.Name)).Concat(unknown)
                .Where(point => !subject.WithoutSyncs.Contains(point.Name))
                .Select(point => new SyncCost(point, undisturbed.CallsOf(point.Name), MayGo(point))),
        ];
    }

    private bool MayGo(SyncPoint point) =>
        among.Count == 0 || among.Contains(point.Name) || among.Contains(point.Part);
}
