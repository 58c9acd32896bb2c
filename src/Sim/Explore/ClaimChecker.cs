using TwoDoors.Model.Claims;
using TwoDoors.Sim.Kernel;

namespace TwoDoors.Sim.Explore;

/// <summary>Evaluates a subject's claims on a machine.</summary>
internal sealed class ClaimChecker
{
    private readonly List<Property> always = [];
    private readonly List<Property> atEnd = [];
    private readonly List<Property> sometimes = [];
    private readonly List<Property> met = [];
    private int ledgerSeen = -1;
    private int atomsSeen = -1;

    public ClaimChecker(IReadOnlyList<Property> properties)
    {
        foreach (Property property in properties)
            ListOf(property.Time).Add(property);
    }

    /// <summary>Claims that must hold after every step; the callback hears of each that does not.</summary>
    public bool Always(IWorldView view, Action<Property, string> broken) => Check(always, view, broken);

    /// <summary>True when a claim has looked at files the last time: then every call may break it.</summary>
    public bool FilesMatter { get; private set; }

    /// <summary>The same, but claims that held are not asked again while nothing has changed of what they
    /// looked at.</summary>
    /// <remarks>A claim is a pure predicate over what it looks at: the ledger, and files only if it asks for
    /// them.</remarks>
    public void AlwaysIfChanged(WorldView view, Machine machine, Action<Property, string> broken)
    {
        if (machine.LedgerVersion == ledgerSeen && (!FilesMatter || machine.Disk.AtomCount == atomsSeen))
            return;
        view.HasShownFiles = false;
        ledgerSeen = Check(always, view, broken) ? machine.LedgerVersion : -1;
        atomsSeen = machine.Disk.AtomCount;
        FilesMatter = view.HasShownFiles;
    }

    /// <summary>Claims that must hold when a boot's work is done.</summary>
    public bool AtEnd(IWorldView view, Action<Property, string> broken) => Check(atEnd, view, broken);

    /// <summary>Remembers which of the sometimes-claims this state meets.</summary>
    public void Sometimes(IWorldView view)
    {
        for (int i = sometimes.Count - 1; i >= 0; i--)
        {
            if (sometimes[i].Broken(view) is not null)
                continue;
            met.Add(sometimes[i]);
            sometimes.RemoveAt(i);
        }
    }

    /// <summary>Asks the sometimes-claims that were met once more: what claims look at must not depend on what was met
    /// before.</summary>
    public void LookAgain(IWorldView view)
    {
        foreach (Property property in met)
            property.Broken(view);
    }

    /// <summary>The sometimes-claims that no state has met.</summary>
    public IReadOnlyList<Property> NeverMet => sometimes;

    private static bool Check(List<Property> properties, IWorldView view, Action<Property, string> broken)
    {
        bool all = true;
        foreach (Property property in properties)
        {
            string? says = property.Broken(view);
            if (says is null)
                continue;
            all = false;
            broken(property, says);
        }

        return all;
    }

    private List<Property> ListOf(ClaimTime time) => time switch
    {
        ClaimTime.Always => always,
        ClaimTime.AtEnd => atEnd,
        _ => sometimes,
    };
}

/// <summary>A world as claims see it.</summary>
internal sealed class WorldView(Kernel.Files.ReadOnlyView files) : IWorldView
{
    /// <inheritdoc/>
    public ILedger Ledger { get; set; } = null!;

    /// <summary>Set when somebody has looked at the files.</summary>
    public bool HasShownFiles { get; set; }

    /// <summary>Where to note what is looked at, if anybody wants to know.</summary>
    public Kernel.Files.AccessList? Notes { get; set; }

    /// <inheritdoc/>
    public byte[]? Read(Model.World.FilePath path)
    {
        HasShownFiles = true;
        if (Notes is not null)
            files.Foresee(path, Notes);
        return files.Read(path);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Model.World.FilePath> Names(Model.World.FilePath path)
    {
        HasShownFiles = true;
        if (Notes is not null)
            files.Foresee(path, Notes);
        return files.Names(path);
    }
}
