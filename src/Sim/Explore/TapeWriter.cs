using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Kernel;

namespace TwoDoors.Sim.Explore;

/// <summary>Follows a trace by its labels, and writes its tape.</summary>
internal sealed class TapeWriter : IExecutionDriver
{
    private readonly Laboratory lab;
    private readonly TraceDriver labels;
    private bool crashed;

    private TapeWriter(Laboratory lab, Trace trace)
    {
        this.lab = lab;
        labels = new TraceDriver(lab, trace.Entries, lenient: false);
    }

    /// <summary>The answers so far.</summary>
    private AnswerTape Tape { get; } = new();

    /// <summary>The trace with its tape; without one if it is none of an execution.</summary>
    /// <param name="lab">Of the subject of the trace.</param>
    /// <param name="trace">It repeats by its labels.</param>
    /// <param name="origin">Which strategy found it; its answers do not matter.</param>
    public static Trace Complete(Laboratory lab, Trace trace, TraceTape origin)
    {
        if (trace.Entries.Count == 0)
            return trace;
        TapeWriter writer = new(lab, trace);
        new Execution(lab).Run(writer, sought: trace.Violates);
        return writer.labels.Divergence is null
            ? trace with { Tape = origin with { Answers = writer.Tape.ToString() } }
            : trace;
    }

    /// <inheritdoc/>
    public void BeginBoot()
    {
        if (crashed)
            labels.Crashed();
        crashed = false;
    }

    /// <inheritdoc/>
    public int Pick(string question, IReadOnlyList<string> answers)
    {
        int answer = labels.Pick(question, answers);
        Tape.Add(answer);
        return answer;
    }

    /// <inheritdoc/>
    public Decision Decide(Machine machine)
    {
        Decision decision = labels.Decide(machine);
        switch (decision.Kind)
        {
            case DecisionKind.Run:
                Tape.Add(machine.Runnable.Count == 0 ? 0 : Turns.AnswerOf(machine, decision.Activity));
                break;
            case DecisionKind.KillProcesses:
                Tape.Add(Turns.Kill(machine));
                break;
            case DecisionKind.PowerOff:
                Tape.Add(Turns.PowerOff(machine));
                break;
        }

        return decision;
    }

    /// <inheritdoc/>
    public void Stepped(Machine machine, Activity? activity)
    {
    }

    /// <inheritdoc/>
    public void Lose(Span<bool> lost)
    {
        crashed = true;
        IReadOnlyList<string> pending = lab.Disk.PendingLabels();
        for (int i = 0; i < lost.Length; i++)
        {
            lost[i] = labels.Lost!.Contains(pending[i]);
            Tape.Add(lost[i] ? 1 : 0);
        }
    }
}
