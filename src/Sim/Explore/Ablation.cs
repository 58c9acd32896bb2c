namespace TwoDoors.Sim.Explore;

/// <summary>Which sync of a protocol is needed where: what is found when it is left out.</summary>
/// <param name="Profiles">The columns.</param>
/// <param name="Whole">With every sync in place, a verdict for each profile.</param>
/// <param name="Rows">A row for each sync, in the order in which the protocol meets them.</param>
public sealed record Ablation(
    IReadOnlyList<string> Profiles,
    IReadOnlyList<Verdict> Whole,
    IReadOnlyList<AblationRow> Rows)
{
    /// <summary>The subject on another file system.</summary>
    public static Subject On(Subject subject, string profile) => subject with { Profile = profile };

    /// <summary>The subject on another file system, without one more sync.</summary>
    public static Subject Without(Subject subject, string profile, string point) =>
        On(subject, profile) with { WithoutSyncs = [.. subject.WithoutSyncs, point] };

    /// <summary>Every point that some watch heard of, once, and none that is left out anyway.</summary>
    public static IReadOnlyList<string> Points(Subject subject, IReadOnlyList<SyncWatch> watches)
    {
        List<string> points = [];
        foreach (string point in watches.SelectMany(watch => watch.Met))
        {
            if (!points.Contains(point) && !subject.WithoutSyncs.Contains(point))
                points.Add(point);
        }

        return points;
    }
}

/// <summary>One sync.</summary>
/// <param name="Point">Its name.</param>
/// <param name="Cells">For each profile the verdict without it; null where the claims fail with it, too.</param>
public sealed record AblationRow(string Point, IReadOnlyList<Verdict?> Cells);
