using System.Text.Json;
using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Report;

/// <summary>What a search of a program of threads came to as JSON, format <c>twodoors-engine-1</c>: tools are built on
/// it, so members are added and never changed.</summary>
public static class JsonEngine
{
    /// <summary>Names the format; docs/json.md describes it.</summary>
    public const string Format = "twodoors-engine-1";

    /// <summary>One search.</summary>
    /// <param name="program">What ran.</param>
    /// <param name="options">How.</param>
    /// <param name="verdict">What was found.</param>
    /// <param name="timeline">The first failure made smaller, or null.</param>
    /// <param name="minimality">How small it is.</param>
    /// <param name="elapsed">How long it took.</param>
    public static string Of(
        ThreadProgram program,
        ThreadOptions options,
        ThreadVerdict verdict,
        Timeline? timeline,
        Minimality minimality,
        TimeSpan elapsed) => Document(program, options, elapsed, writer =>
        {
            writer.WriteBoolean("complete", verdict.Complete);
            writer.WriteNumber("traces", verdict.Traces);
            writer.WriteNumber("blocked", verdict.Blocked);
            writer.WriteNumber("failedTraces", verdict.FailedTraces);
            writer.WriteNumber("steps", verdict.Steps);
            writer.WriteNumber("states", verdict.States);
            writer.WriteNumber("finalStates", verdict.FinalStateCount);
            writer.WriteString("finalStatesHash", verdict.FinalStates.ToString());
            if (verdict.First is not { } first || timeline is null)
            {
                writer.WriteNull("failure");
                return;
            }

            writer.WriteStartObject("failure");
            writer.WriteString("violates", timeline.Violates);
            writer.WriteString("says", timeline.Says);
            writer.WriteNumber("execution", first.Execution);
            writer.WriteNumber("stepsFound", first.Schedule.Count);
            writer.WriteNumber("replays", minimality.Replays);
            writer.WriteNumber("proofReplays", minimality.ProofReplays);
            writer.WriteBoolean("minimal", minimality.IsProved);
            JsonTimeline.Write(writer, timeline);
            writer.WriteEndObject();
        });

    /// <summary>Trials.</summary>
    /// <param name="program">What ran.</param>
    /// <param name="options">How.</param>
    /// <param name="trials">What was found.</param>
    /// <param name="elapsed">How long it took.</param>
    public static string Of(ThreadProgram program, ThreadOptions options, ThreadTrials trials, TimeSpan elapsed) =>
        Document(program, options, elapsed, writer =>
        {
            writer.WriteNumber("trials", trials.Trials);
            writer.WriteNumber("found", trials.Executions.Count);
            writer.WriteNumber("mean", Math.Round(trials.Mean, 3));
            writer.WriteNumber("deviation", Math.Round(trials.Deviation, 3));
            writer.WriteStartArray("schedulesToFirstFailure");
            foreach (long one in trials.Executions)
                writer.WriteNumberValue(one);
            writer.WriteEndArray();
        });

    private static string Document(
        ThreadProgram program, ThreadOptions options, TimeSpan elapsed, Action<Utf8JsonWriter> write) =>
        JsonText.Of(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("format", Format);
            writer.WriteString("program", program.Name);
            writer.WriteNumber("threads", program.Threads.Count);
            writer.WriteString("strategy", options.Strategy);
            writer.WriteNumber("seed", options.Seed);
            if (options.Executions is { } executions)
                writer.WriteNumber("executionsMax", executions);
            else
                writer.WriteNull("executionsMax");
            writer.WriteNumber("elapsedMilliseconds", (long)elapsed.TotalMilliseconds);
            write(writer);
            writer.WriteEndObject();
        });
}
