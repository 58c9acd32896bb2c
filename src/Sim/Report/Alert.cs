using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Scenarios;

namespace TwoDoors.Sim.Report;

/// <summary>Something that a person has to look at: a verdict that is not the reviewed one, at the line that it is
/// about.</summary>
/// <param name="Rule">Its kind, one of <see cref="Rules"/>.</param>
/// <param name="Result">What was explored.</param>
/// <param name="Title">In few words.</param>
/// <param name="Text">In a line or two.</param>
/// <param name="At">The call that opened the window; the expected verdict where no call did.</param>
/// <param name="Timeline">The witness, or null.</param>
public sealed record Alert(
    string Rule,
    Explored Result,
    string Title,
    string Text,
    Position At,
    Timeline? Timeline)
{
    /// <summary>The kinds, each in a sentence.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Rules { get; } =
    [
        new("unexpected-verdict", "The verdict of a scenario is not the one that was reviewed."),
        new("undecided", "The search ended before a scenario that is expected to hold was exhausted."),
        new("no-replay", "A witness does not replay, so something in the world is not deterministic."),
    ];

    /// <summary>False where nothing was found and nothing is proven.</summary>
    public bool IsError => Rule != "undecided";

    /// <summary>Stays the same when lines move.</summary>
    public string Key => $"{Result.Name}#{Timeline?.Violates ?? Rule}";

    /// <summary>All alerts of all explorations.</summary>
    public static IReadOnlyList<Alert> Of(IReadOnlyList<Explored> results) => [.. results.SelectMany(Of)];

    /// <summary>One for each claim that broke and was not expected to; where there is none, one for the
    /// verdict.</summary>
    public static IReadOnlyList<Alert> Of(Explored result)
    {
        if (result.IsExpected)
            return [];
        ScenarioFile file = result.Scenario.File;
        List<Alert> alerts = [];
        foreach ((int i, Violation found) in result.Verdict.Violations.Index())
        {
            if (!file.Expect.Violates.Contains(found.Property) && result.Divergence is null)
                alerts.Add(OfViolation(result, found, result.Timelines[i]));
        }

        if (alerts.Count > 0)
            return alerts;
        string rule = result.Divergence is not null ? "no-replay"
            : result.IsUndecided ? "undecided" : "unexpected-verdict";
        string text = $"expected {file.Expect}, found {VerdictText.Of(result.Verdict)}";
        string more = result.Divergence is { } divergence ? $"; {divergence}" : "";
        return [new Alert(rule, result, $"{result.Name}: {text}", $"{text}{more}.", file.ExpectAt, null)];
    }

    private static Alert OfViolation(Explored result, Violation found, Timeline timeline)
    {
        Window? window = Window.Of(timeline);
        TimelineEntry? call = window is null ? null : timeline.Entries[window.Index];
        string where = call is null ? ""
            : $" The window opens at step {call.Step}, {call.Who}: {call.What}: {window!.Why}.";
        string again = TraceFile.IsWorthAFile(found)
            ? $" To see it: {Commands.Explore(result)} && {Commands.Replay(result, found)}"
            : "";
        return new Alert(
            "unexpected-verdict",
            result,
            $"{result.Name}: {found.Property} is broken",
            $"{found.Says}.{where}{again}",
            call?.At is { } at ? new Position(at.File, at.Line, at.Column) : result.Scenario.File.ExpectAt,
            timeline);
    }
}
