using TwoDoors.Model.Claims;
using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Kernel;
using TwoDoors.Sim.Kernel.Files;

namespace TwoDoors.Sim.Explore.Boots;

/// <summary>What the steps of a boot touch: what their calls may touch is foreseen, what their code touches is
/// observed, and what crashes and claims see of them is added.</summary>
internal sealed class StepFootprints(Machine machine, AccessTable table, Facet? blind)
{
    private readonly AccessList list = new();
    private readonly AccessSet step = new();
    private bool crashes;
    private int claimsWritten;

    /// <summary>Begins the search of a boot.</summary>
    /// <param name="mayCrash">Whether the power may fail in it.</param>
    public void Begin(bool mayCrash)
    {
        crashes = mayCrash;
        table.Clear();
        claimsWritten = NumberOf(Facet.Claims);
    }

    /// <summary>Numbers a list.</summary>
    public AccessSet Numbers(AccessList accesses)
    {
        AccessSet numbers = new();
        for (int i = 0; i < accesses.Count; i++)
            numbers.Add(table.NumberOf(accesses[i]));
        return numbers;
    }

    /// <summary>What the call may touch before which an activity stands.</summary>
    public void Foresee(Frame frame, Activity activity)
    {
        frame.IsUnforeseen = false;
        frame.Joined = activity.Joined;
        list.Clear();
        activity.Foresee(crashes, list);
        frame.Foreseen.Clear();
        Add(frame, frame.Foreseen);
        if (frame.Visited.Seen is { } seen && frame.IsPersistent && table.Conflict(frame.Foreseen, seen))
            frame.Foreseen.Add(claimsWritten);
    }

    /// <summary>What the step from this frame touched that was just made; the frame remembers it.</summary>
    /// <param name="frame">Where the step began.</param>
    /// <param name="ledger">What the outside knows now.</param>
    /// <param name="seen">What claims look at now.</param>
    /// <returns>Used again by the next step.</returns>
    public AccessSet End(Frame frame, in Fingerprint ledger, AccessSet? seen)
    {
        list.Clear();
        for (int i = 0; i < machine.Observed.Count; i++)
            list.Add(machine.Observed[i]);
        if (ledger != frame.Ledger)
            list.Touch(Facet.Ledger, 0, AccessKind.Write);
        step.Clear();
        step.Add(frame.Foreseen);
        Add(frame, step);
        if (step.Has(claimsWritten))
        {
            Add(frame.Visited.Seen);
            Add(seen);
        }

        frame.Touched.Add(step);
        return step;
    }

    /// <summary>What a step of which claims may see the effect shows them depends on all that they look at.</summary>
    private void Add(AccessSet? seen)
    {
        if (seen is not null)
            step.Add(seen);
    }

    /// <summary>Adds the accesses of the list. What crashes and claims may see counts only where not all orders are
    /// tried.</summary>
    private void Add(Frame frame, AccessSet into)
    {
        bool heard = false;
        for (int i = 0; i < list.Count; i++)
        {
            Access access = list[i];
            Facet facet = AccessList.FacetOf(access.Object);
            heard |= facet == Facet.Ledger && access.Kind == AccessKind.Write;
            if (facet != blind && (facet != Facet.Crash || (frame.IsPersistent && crashes)))
                into.Add(table.NumberOf(access));
        }

        if (!heard || !frame.IsPersistent)
            return;
        into.Add(claimsWritten);
        if (crashes && blind != Facet.Crash)
            into.Add(NumberOf(Facet.Crash));
    }

    private int NumberOf(Facet facet) =>
        table.NumberOf(new Access(AccessList.ObjectOf(facet), 0, AccessKind.Write));
}
