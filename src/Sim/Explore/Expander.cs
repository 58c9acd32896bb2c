using TwoDoors.Sim.Explore.Resume;

namespace TwoDoors.Sim.Explore;

/// <summary>One worker of an exhaustive search, with a machine of its own.</summary>
internal sealed class Expander
{
    private readonly Discoveries found;
    private readonly BootSearch boots;
    private readonly WorldBuilder worlds;
    private double weight;
    private int known;

    public Expander(Laboratory lab, StateTable table, SearchRules rules)
    {
        Lab = lab;
        found = new Discoveries(table);
        boots = new BootSearch(lab, Log, found, rules);
        worlds = new WorldBuilder(lab, table);
    }

    /// <summary>The machine.</summary>
    public Laboratory Lab { get; }

    /// <summary>What it counted and which claims it saw broken.</summary>
    public SearchLog Log { get; } = new();

    /// <summary>The states that it found in this round.</summary>
    public Discoveries Found => found;

    /// <summary>About which part of the whole exploration it has done: a state's own share, and what was expected of
    /// states that led nowhere new.</summary>
    /// <remarks>A guess with a bias: it supposes that states which share a weight lead to equally many others, and
    /// those that are met early lead to more that are new.</remarks>
    public double Done { get; private set; }

    /// <summary>The same of the state that is expanded now; only for the worker itself.</summary>
    public double Doing => weight * boots.Part / (1 + found.Waiting - known);

    /// <summary>Explores all boots from a state.</summary>
    /// <param name="index">Its index in the table.</param>
    /// <param name="entry">The state, with its world unless the search was resumed.</param>
    /// <param name="mayCrash">False at the bound on host crashes.</param>
    /// <param name="goOn">Asked before each execution; false ends it early.</param>
    public Expansion Expand(int index, StateEntry entry, bool mayCrash, Func<bool> goOn)
    {
        int first = found.Count;
        known = found.Waiting;
        weight = entry.Weight;
        WorldState world = entry.World ?? worlds.Of(index);
        Log.Begin();
        Expansion expansion = Log.End(boots.Explore(index, world, mayCrash, goOn));
        if (expansion.Whole)
        {
            double share = weight / (1 + found.Waiting - known);
            found.Weigh(first, share);
            Done += share;
            weight = 0;
        }

        return expansion;
    }
}
