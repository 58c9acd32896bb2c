using TwoDoors.Model.Claims;
using TwoDoors.Sim.Explore.Liveness;
using TwoDoors.Sim.Kernel;

namespace TwoDoors.Sim.Explore;

/// <summary>A claim that broke.</summary>
internal sealed record Broken(string Property, string Says);

/// <summary>Looks at the claims at every boundary of one boot, whoever decides, and ends the boot at the first that
/// breaks, or at the one that is sought.</summary>
internal sealed class ClaimWatch : IDriver
{
    private readonly Laboratory lab;
    private readonly IDriver inner;
    private readonly string? sought;
    private readonly Action<Model.Claims.Property, string> note;

    /// <summary>Looks while another driver decides.</summary>
    /// <param name="lab">Where the boot runs.</param>
    /// <param name="inner">Decides.</param>
    /// <param name="sought">The claim that ends the boot: others may break on the way; null for any.</param>
    public ClaimWatch(Laboratory lab, IDriver inner, string? sought = null)
    {
        this.lab = lab;
        this.inner = inner;
        this.sought = sought;
        note = Note;
    }

    /// <summary>The first claim that broke, or the one that is sought.</summary>
    public Broken? First { get; private set; }

    /// <summary>The first other claim that broke on the way to the one that is sought.</summary>
    public Broken? Passed { get; private set; }

    /// <inheritdoc/>
    public bool LooksAhead => inner.LooksAhead;

    /// <inheritdoc/>
    public int Pick(string question, IReadOnlyList<string> answers) => inner.Pick(question, answers);

    /// <inheritdoc/>
    public Decision Decide(Machine machine)
    {
        lab.Claims.AlwaysIfChanged(lab.Live, machine, note);
        if (machine.Runnable.Count == 0 && machine.AllEnded)
            lab.Claims.AtEnd(lab.Live, note);
        if (First is not null)
            return new Decision(DecisionKind.Abandon);
        Decision decision = inner.Decide(machine);
        if (lab.Claims.FilesMatter)
            machine.LetGoOn(0);
        return decision;
    }

    /// <inheritdoc/>
    public void Stepped(Machine machine, Activity? activity) => inner.Stepped(machine, activity);

    /// <summary>What broke in the boot, its way of ending included.</summary>
    /// <param name="end">How it ended.</param>
    /// <param name="entries">What happened, if that was written down.</param>
    public Broken? After(RunEnd end, IReadOnlyList<TimelineEntry>? entries = null) =>
        First ?? Failures.Of(lab.Machine, end, entries);

    private void Note(Model.Claims.Property property, string says)
    {
        if (sought is null || property.Name == sought)
            First ??= new Broken(property.Name, says);
        else
            Passed ??= new Broken(property.Name, says);
    }
}

/// <summary>Ways of ending that no claim needs to forbid.</summary>
public static class Failures
{
    /// <summary>The claim that a boot breaks in which each activity waits for another one, or which goes on longer
    /// than any sensible one.</summary>
    public const string Ends = "ends";

    /// <summary>The claim that a boot breaks which goes on for more rounds than it may, once nothing goes wrong any
    /// more.</summary>
    public const string Converges = "converges";

    /// <summary>The claim that <see cref="Converges"/> names; the end of a boot shows it and no state does.</summary>
    /// <param name="rounds">How many rounds a boot may take once nothing goes wrong any more.</param>
    public static Property Convergence(int rounds) => new(
        Converges,
        $"Once nothing goes wrong any more, all that a start does is done within {rounds} rounds.",
        ClaimTime.AtEnd,
        _ => null);

    /// <summary>What is wrong with this end, or null.</summary>
    /// <param name="machine">As the end left it.</param>
    /// <param name="end">How the boot ended.</param>
    /// <param name="entries">What happened, if that was written down.</param>
    internal static Broken? Of(Machine machine, RunEnd end, IReadOnlyList<TimelineEntry>? entries = null) => end switch
    {
        RunEnd.Deadlocked => new Broken(Ends, $"deadlock: {machine.Waiting}"),
        RunEnd.TooLong => new Broken(machine.IsOutOfPatience ? Converges : Ends, EndlessBoot.Says(machine, entries)),
        RunEnd.Threw => new Broken("no-exception", $"{machine.Thrown!.GetType().Name}: {machine.Thrown.Message}"),
        _ => null,
    };
}
