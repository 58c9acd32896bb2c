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

    /// <summary>Explores with all shortcuts and with none, and compares states after a crash and broken
    /// claims.</summary>
    /// <param name="subject">A small one.</param>
    /// <param name="crashes">Bound on host crashes, to keep the plain search small.</param>
    /// <param name="options">Budget and cap.</param>
    public static EngineCheckResult Sound(Subject subject, int crashes, ExploreOptions options)
    {
        if (subject.Program is { } program)
            return Threads.ThreadExplorer.Sound(subject, program, options);
        Subject bounded = subject with { HostCrashes = crashes };
        (string reduced, _) = Search(bounded, Explorer.Reduced(options), options);
        (string plain, bool whole) = Search(bounded, Explorer.Plain(options), options);
        string name = $"{subject.Name}: reduced search against plain search, {crashes} crashes";
        return whole
            ? new EngineCheckResult(name, reduced == plain, $"{reduced} {plain}")
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

    private static (string Summary, bool Whole) Search(Subject subject, SearchRules rules, ExploreOptions options)
    {
        Laboratory lab = new(subject);
        ExhaustiveSearch search = new(lab, options, rules, new Deadline(options.Budget, options.Executions), null);
        Verdict verdict = search.Run();
        string broken = string.Join(",", verdict.Violations.Select(v => v.Property));
        return ($"{search.Table.Count} states {search.Table.Sum} [{broken}]", verdict.Closed);
    }
}
