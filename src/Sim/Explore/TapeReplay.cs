using TwoDoors.Sim.Choice;

namespace TwoDoors.Sim.Explore;

/// <summary>Repeats a trace by its tape, and holds what happens to its labels: where those were renamed since, the
/// tape still leads the same way.</summary>
public static class TapeReplay
{
    /// <summary>What is met where an execution ends with answers left.</summary>
    internal const string TooLong = "the end of the execution before the end of the tape";

    /// <summary>Repeats a trace that has a tape.</summary>
    /// <exception cref="ArgumentException">It has none.</exception>
    public static ReplayResult Run(Subject subject, Trace trace)
    {
        AnswerTape tape = AnswerTape.Parse(trace.Tape?.Answers ?? "?")
            ?? throw new ArgumentException("the trace has no tape", nameof(trace));
        return subject.Program is { } program
            ? Threads.ThreadReplay.ReplayTape(program, trace, tape)
            : Run(subject, trace, tape);
    }

    /// <summary>What a replay by tape came to, held to the labels of the trace.</summary>
    /// <param name="timeline">What happened.</param>
    /// <param name="met">The same as entries.</param>
    /// <param name="trace">What was repeated.</param>
    /// <param name="question">What the tape had no answer to, or null.</param>
    internal static ReplayResult Held(
        Timeline timeline, IReadOnlyList<TraceEntry> met, Trace trace, string? question) =>
        new(timeline, question is null ? null : TraceDifference.At(met, question, trace.Entries))
        {
            Renamed = question is null ? TraceDifference.Between(met, trace.Entries) : null,
        };

    private static ReplayResult Run(Subject subject, Trace trace, AnswerTape tape)
    {
        Laboratory lab = new(subject);
        Recorder? recorder = null;
        TapeDriver driver = new(tape);
        new Execution(lab).Run(driver, inner => recorder = Recorder.After(recorder, inner), trace.Violates);
        Trace met = recorder!.ToTrace(subject, trace.Violates, trace.Says);
        Timeline timeline = new Replayer(lab).Run(met, lenient: false).Timeline;
        return Held(timeline, met.Entries, trace, driver.Divergence ?? (driver.IsAtEnd ? null : TooLong));
    }
}
