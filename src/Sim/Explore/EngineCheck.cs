namespace TwoDoors.Sim.Explore;

/// <summary>One check of the engine against itself.</summary>
/// <param name="Name">What was compared, on which subject.</param>
/// <param name="Passed">True when it agreed.</param>
/// <param name="Detail">The two things that were compared.</param>
public sealed record EngineCheckResult(string Name, bool Passed, string Detail);

/// <summary>The engine against itself: it must be deterministic, and no shortcut may hide a state.</summary>
public static class EngineCheck
{
    /// <summary>Explores twice and compares the hashes over everything that was met.</summary>
    public static EngineCheckResult Deterministic(Subject subject, ExploreOptions options)
    {
        string first = Summary(Explorer.Explore(subject, options));
        string second = Summary(Explorer.Explore(subject, options));
        return new EngineCheckResult($"{subject.Name}: two explorations", first == second, $"{first} {second}");
    }

    /// <summary>Explores with all shortcuts and with none, and compares the states after a crash, the worlds in which
    /// boots end, and the broken claims.</summary>
    /// <remarks>Where the search with none does not end, interleavings that reach one state are merged, and no more
    /// than that: the other shortcuts are still compared with a search without them.</remarks>
    /// <param name="subject">A small one.</param>
    /// <param name="crashes">Bound on host crashes, to keep the plain search small; null for the subject's own, which
    /// is never exceeded.</param>
    /// <param name="options">Budget and cap.</param>
    public static EngineCheckResult Sound(Subject subject, int? crashes, ExploreOptions options) =>
        Sound(subject, crashes, options, Explorer.RulesFor(subject, options));

    /// <summary>The same with other shortcuts than the usual ones, which may be wrong.</summary>
    internal static EngineCheckResult Sound(
        Subject subject, int? crashes, ExploreOptions options, SearchRules shortcuts)
    {
        if (subject.Program is { } program)
            return Threads.ThreadExplorer.Sound(subject, program, options);
        int most = Math.Min(crashes ?? int.MaxValue, subject.HostCrashes ?? int.MaxValue);
        Subject bounded = subject with { HostCrashes = most == int.MaxValue ? null : most };
        string name = $"{subject.Name}: reduced search against plain search, {bounded.HostCrashes} crashes";
        SearchRules plain = Explorer.Plain(options);
        string how = "";
        string? all = Search(bounded, plain, options);
        if (all is null)
        {
            how = " (with merging)";
            all = Search(bounded, plain with { MergeInterleavings = true }, options);
        }

        string? reduced = all is null ? null : Search(bounded, shortcuts, options with { Executions = null });
        return all is not null
            ? new EngineCheckResult(name, reduced == all, $"{reduced} {all}{how}")
            : new EngineCheckResult(name, true, "not compared: the plain search did not end within the budget");
    }

    /// <summary>Runs random executions twice each, on a machine that has run others and on a new one, and compares
    /// everything that could be observed.</summary>
    /// <param name="subject">Any.</param>
    /// <param name="executions">How many.</param>
    /// <param name="seed">Of the sampling.</param>
    public static EngineCheckResult DoubleRuns(Subject subject, long executions, ulong seed)
    {
        if (subject.Program is { } program)
            return Threads.ThreadExplorer.DoubleRuns(subject, program, executions, seed);
        Difference? difference = new DoubleRuns(subject, seed).Run(executions);
        string detail = difference is null
            ? $"{executions} executions with seed {seed}, no hash differs"
            : $"execution {difference.Number} of seed {seed}: {difference.First} {difference.Second}";
        return new EngineCheckResult($"{subject.Name}: double runs", difference is null, detail);
    }

    private static string Summary(Verdict verdict) =>
        $"{verdict.Hash}, {verdict.Counts.Runs} runs, {verdict.Counts.Steps} steps, {verdict.Counts.Cuts} cuts";

    /// <summary>What a search met, in one line; null when it did not end within the budget.</summary>
    internal static string? Search(Subject subject, SearchRules rules, ExploreOptions options)
    {
        Laboratory lab = new(subject);
        SearchRules keeping = rules with { KeepEnds = true };
        ExhaustiveSearch search = new(lab, options, keeping, new Deadline(options.Budget, options.Executions), null);
        Verdict verdict = search.Run();
        if (!verdict.Closed)
            return null;
        string broken = string.Join(",", verdict.Violations.Select(v => v.Property));
        DistinctWorlds ends = search.Ends();
        return $"{search.Table.Count} states {search.Table.Sum}, {ends.Count} ends {ends.Sum} [{broken}]";
    }
}
