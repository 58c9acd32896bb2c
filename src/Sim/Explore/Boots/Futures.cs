namespace TwoDoors.Sim.Explore.Boots;

/// <summary>What the activities were seen to touch in one situation.</summary>
/// <param name="Slot">The activity.</param>
/// <param name="Root">An activity that can run now and without which it does not come so far: itself if it can
/// run.</param>
/// <param name="Joined">The activities whose end it waits for before.</param>
internal readonly record struct Who(int Slot, int Root, ulong Joined)
{
    /// <summary>Who it is one step earlier.</summary>
    /// <param name="runnable">The activities that could run then, as bits.</param>
    /// <param name="stepped">The one that made the step.</param>
    public Who Before(ulong runnable, int stepped)
    {
        if (Has(runnable, Slot))
            return this with { Root = Slot };
        return Has(runnable, Root) ? this : this with { Root = stepped };
    }

    /// <summary>True for a bit that is set.</summary>
    public static bool Has(ulong bits, int slot) => (bits & (1UL << slot)) != 0;
}

/// <summary>Everything that was seen to happen after a state, whatever the order: who touched what.</summary>
internal sealed class Futures
{
    private readonly List<Who> who = [];
    private readonly List<AccessSet> touched = [];

    /// <summary>How many entries there are.</summary>
    public int Count => who.Count;

    /// <summary>True when an execution was cut off, so that what would have happened is not known.</summary>
    public bool IsCut { get; set; }

    /// <summary>Who touched something.</summary>
    public Who WhoAt(int index) => who[index];

    /// <summary>What was touched.</summary>
    public AccessSet TouchedAt(int index) => touched[index];

    /// <summary>Adds what somebody touches.</summary>
    public void Add(in Who someone, AccessSet accesses)
    {
        int index = who.IndexOf(someone);
        if (index >= 0)
        {
            touched[index].Add(accesses);
            return;
        }

        who.Add(someone);
        touched.Add(accesses.Copy());
    }

    /// <summary>Adds all of another one.</summary>
    public void Add(Futures other)
    {
        IsCut |= other.IsCut;
        for (int i = 0; i < other.Count; i++)
            Add(other.who[i], other.touched[i]);
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        who.Clear();
        touched.Clear();
        IsCut = false;
    }
}
