using System.Text;
using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Scenarios;

namespace TwoDoors.Sim.Report;

/// <summary>The report of one scenario: the same on every machine and every day.</summary>
public static class MarkdownReport
{
    /// <summary>The text of the file.</summary>
    public static string Of(Explored result)
    {
        StringBuilder text = new();
        ScenarioFile file = result.Scenario.File;
        text.Append($"# {file.Name}\n\n{file.Claim}\n\n");
        if (file.Source is { } source)
            text.Append($"Source: {source}\n\n");
        AppendBounds(text, result);
        AppendVerdict(text, result);
        AppendProperties(text, result);
        for (int i = 0; i < result.Verdict.Violations.Count; i++)
            AppendWitness(text, result.Verdict.Violations[i], result.Timelines[i]);
        AppendCommands(text, result);
        return text.ToString();
    }

    private static void AppendBounds(StringBuilder text, Explored result)
    {
        Subject subject = result.Scenario.Subject;
        string crashes = subject.HostCrashes is { } bound ? $"at most {bound}" : "any number";
        text.Append("## Bounds\n\n");
        if (subject.Program is { } program)
        {
            text.Append($"- threads: {string.Join(", ", program.Threads.Select(thread => thread.Name))}\n");
            text.Append("- memory: sequentially consistent; each read, write, lock and unlock is a step\n");
            text.Append($"- search: {result.Scenario.File.Options.Strategy}\n\n");
            return;
        }

        text.Append($"- disk: {subject.Profile}, sectors of {subject.SectorBytes} bytes");
        text.Append(subject.WholeWrites ? ", a write tears as a whole" : "");
        foreach (string option in subject.MountOptions)
            text.Append($", {option}");
        text.Append(subject.ReuseInodes ? ", inode numbers are reused\n" : "\n");
        text.Append($"- file systems: {string.Join(", ", subject.Mounts.Select(mount => mount.Path))}\n");
        text.Append($"- host crashes: {crashes}; process crashes between two of them: {subject.ProcessCrashes}\n");
        foreach (KeyValuePair<string, int> fault in subject.Faults)
            text.Append($"- {fault.Key}: at most {fault.Value}, then {subject.FsyncFailure}\n");
        if (subject.WithoutSyncs.Count > 0)
            text.Append($"- left out: {string.Join(", ", subject.WithoutSyncs)}\n");
        text.Append($"- search: {result.Scenario.File.Options.Strategy}\n\n");
    }

    private static void AppendVerdict(StringBuilder text, Explored result)
    {
        Verdict verdict = result.Verdict;
        text.Append($"## Verdict: {VerdictText.Of(verdict)}\n\n");
        text.Append($"Expected: {result.Scenario.File.Expect}.");
        text.Append(result.Scenario.File.Twins.Count > 0 ? $" Twin: {TwinNames(result)}.\n\n" : "\n\n");
        if (result.Scenario.File.Options.Budget is not null)
            return;
        if (verdict.IsOfThreads)
        {
            string states = verdict.SeesStates ? "states" : "final states";
            text.Append($"| {states} | executions | steps |\n|---:|---:|---:|\n");
            text.Append($"| {VerdictText.Count(verdict.Counts.States)} | {VerdictText.Count(verdict.Counts.Runs)} ");
            text.Append($"| {VerdictText.Count(verdict.Counts.Steps)} |\n\n");
            return;
        }

        text.Append("| states after a crash | runs | crash states | calls |\n|---:|---:|---:|---:|\n");
        text.Append($"| {VerdictText.Count(verdict.Counts.States)} | {VerdictText.Count(verdict.Counts.Runs)} ");
        text.Append($"| {VerdictText.Cuts(verdict)} | {VerdictText.Count(verdict.Counts.Steps)} |\n\n");
    }

    private static string TwinNames(Explored result) =>
        string.Join(", ", result.Scenario.File.Twins.Select(twin => twin.Text));

    private static void AppendProperties(StringBuilder text, Explored result)
    {
        text.Append("| claim | says | outcome |\n|---|---|---|\n");
        foreach (Model.Claims.Property claim in result.Scenario.Subject.Properties)
        {
            Violation? found = result.Verdict.Violations.FirstOrDefault(found => found.Property == claim.Name);
            string outcome = found is not null ? $"broken: {VerdictText.Size(found)}"
                : result.Verdict.Outcome == Outcome.Holds ? "holds" : "not broken";
            text.Append($"| {claim.Name} | {Cell(claim.Says)} | {outcome} |\n");
        }

        text.Append('\n');
    }

    private static void AppendWitness(StringBuilder text, Violation found, Timeline timeline)
    {
        text.Append($"## The smallest witness against {found.Property}\n\n{found.Says}\n\n");
        if (!TraceFile.IsWorthAFile(found))
            return;
        text.Append("```text\n");
        foreach (string line in TimelineText.Lines(timeline))
            text.Append($"{line.Replace("```", "'''", StringComparison.Ordinal)}\n");
        text.Append("```\n\n");
    }

    private static void AppendCommands(StringBuilder text, Explored result)
    {
        string path = $"scenarios/{result.Name}.yaml";
        text.Append($"## Again\n\n```sh\ntwodoors explore {path} --trace-dir traces\n");
        foreach (Violation found in result.Verdict.Violations.Where(TraceFile.IsWorthAFile))
            text.Append($"twodoors replay traces/{TraceFile.Name(result.Name, found)}\n");
        text.Append("```\n");
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
