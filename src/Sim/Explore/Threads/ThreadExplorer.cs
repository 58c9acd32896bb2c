using TwoDoors.Model.Claims;
using TwoDoors.Sim.Choice;

namespace TwoDoors.Sim.Explore.Threads;

/// <summary>Explores a subject that is a program of threads.</summary>
internal static class ThreadExplorer
{
    private const long SamplesUsual = 10_000;

    /// <summary>Explores.</summary>
    /// <param name="subject">What.</param>
    /// <param name="program">Its program.</param>
    /// <param name="options">How; strategies are those of <see cref="ThreadSearches"/>.</param>
    public static Verdict Explore(Subject subject, ThreadProgram program, ExploreOptions options)
    {
        ThreadVerdict found = Search(program, options, options.Strategy);
        bool samples = ThreadSearches.Named(options.Strategy).Samples;
        List<Violation> violations = [];
        long replays = 0;
        foreach (Property claim in subject.Properties)
        {
            ThreadFailure? failure = found.Failures.FirstOrDefault(one => one.Claim == claim.Name);
            if (failure is null)
                continue;
            ThreadShrink shrink = new(program);
            TraceTape origin = samples
                ? new TraceTape(options.Strategy, options.Seed, failure.Execution - 1, "")
                : new TraceTape(options.Strategy, 0, null, "");
            violations.Add(ViolationOf(subject, program, shrink.Shrink(failure.Schedule), origin) with
            {
                Minimality = shrink.Minimality,
            });
            replays += shrink.Minimality.Replays;
        }

        bool isProof = found.Complete && ThreadSearches.Named(options.Strategy).ProvesAllOf(program);
        Outcome outcome = violations.Count > 0 ? Outcome.Violates : isProof ? Outcome.Holds : Outcome.NotViolated;
        bool seesStates = ThreadSearches.Named(options.Strategy).SeesStates;
        Counts counts = new(
            seesStates ? found.States : found.FinalStateCount,
            found.Traces + found.Blocked,
            found.Steps,
            Cuts: 0,
            CutsTotal: 0,
            replays);
        return new Verdict(
            outcome, isProof, 0, false, counts, violations, HashOf(found), samples ? options.Seed : 0)
        {
            Executions = samples ? found.Traces + found.Blocked : null,
            IsOfThreads = true,
            SeesStates = seesStates,
        };
    }

    /// <summary>Makes a trace as small as it gets.</summary>
    public static Minimized Minimize(Subject subject, ThreadProgram program, Trace trace)
    {
        ThreadShrink shrink = new(program);
        IReadOnlyList<int> schedule = shrink.Shrink(ThreadReplay.ScheduleOf(program, trace));
        Timeline timeline = ThreadReplay.TimelineOf(program, schedule);
        return timeline.Violates == trace.Violates
            ? new Minimized(
                ThreadReplay.TraceOf(subject.Name, subject.Settings, timeline) with
                {
                    Tape = trace.Tape is null ? null : Tape(program, schedule, trace.Tape),
                },
                shrink.Minimality)
            : new Minimized(trace, shrink.Minimality with { IsProved = false });
    }

    /// <summary>Searches with all reductions, over states, and with no reduction, and compares final states and broken
    /// claims.</summary>
    public static EngineCheckResult Sound(Subject subject, ThreadProgram program, ExploreOptions options)
    {
        // What has to hold at some time only the search over states looks at.
        ThreadProgram all = program with { Eventually = null };
        string[] searches = [ThreadSearches.Names[0], ThreadSearches.Stateful, "dfs"];
        ThreadVerdict[] found = [.. searches.Select(search => Search(all, options, search))];
        string name = $"{subject.Name}: reduced searches against plain search, all schedules";
        return found.All(one => one.Complete)
            ? new EngineCheckResult(
                name, found.Select(Summary).Distinct().Count() == 1, string.Join(' ', found.Select(Summary)))
            : new EngineCheckResult(name, true, "not compared: a search did not end within the budget");
    }

    /// <summary>Samples the same executions twice, and compares.</summary>
    public static EngineCheckResult DoubleRuns(Subject subject, ThreadProgram program, long executions, ulong seed)
    {
        ExploreOptions options = new("random", executions, Seed: seed);
        string first = HashOf(Search(program, options, "random"));
        string second = HashOf(Search(program, options, "random"));
        return new EngineCheckResult(
            $"{subject.Name}: double runs",
            first == second,
            $"{executions} executions with seed {seed}, {first} {second}");
    }

    private static ThreadVerdict Search(ThreadProgram program, ExploreOptions options, string strategy) =>
        ThreadSearches.Run(program, new ThreadOptions
        {
            Strategy = strategy,
            Executions = options.Executions ?? (NeedsLimit(strategy, options) ? SamplesUsual : null),
            Budget = options.Budget,
            Seed = options.Seed,
            Bound = options.Bound,
            StopAtFirst = options.StopAtFirst,
            Control = options.Control,
        });

    private static bool NeedsLimit(string strategy, ExploreOptions options) =>
        options.Budget is null && ThreadSearches.Named(strategy).Samples;

    private static TraceTape Tape(ThreadProgram program, IReadOnlyList<int> schedule, TraceTape origin) =>
        origin with { Answers = ThreadReplay.TapeOf(program, schedule).ToString() };

    private static Violation ViolationOf(
        Subject subject, ThreadProgram program, IReadOnlyList<int> schedule, TraceTape origin)
    {
        Timeline timeline = ThreadReplay.TimelineOf(program, schedule);
        Trace trace = ThreadReplay.TraceOf(subject.Name, subject.Settings, timeline) with
        {
            Tape = Tape(program, schedule, origin),
        };
        int switches = ScheduleSize.SwitchesOf(schedule);
        return new Violation(timeline.Violates!, timeline.Says!, 0, switches, schedule.Count, 0, trace)
        {
            IsOfThreads = true,
        };
    }

    private static string HashOf(ThreadVerdict found) => found.FinalStates
        .Add(found.FinalStateCount).Add(found.Traces).Add(found.Blocked).Add(found.FailedTraces).Add(found.Steps)
        .ToString();

    private static string Summary(ThreadVerdict found) =>
        $"{found.FinalStateCount} states {found.FinalStates} [{(found.First is null ? "holds" : "fails")}]";
}
