namespace TwoDoors.Sim.Explore.Resume;

/// <summary>Has the world of a state again by running the way to it, which is all that a resumed search knows of the
/// states that wait.</summary>
internal sealed class WorldBuilder(Laboratory lab, StateTable table)
{
    /// <summary>The world of a state.</summary>
    /// <exception cref="InvalidOperationException">The way leads to another one.</exception>
    public WorldState Of(int state)
    {
        Origin way = table.OriginOf(state);
        if (way.Parent < 0)
            return lab.Start;
        WorldState world = Of(way.Parent);
        lab.Load(world);
        lab.Machine.Run(world.Ledger.Copy(), new PicksDriver(lab, way.Picks, way.Boundary), world.AfterCrash);
        Disk.DiskImage image = lab.Disk.CrashWithout(way.LostAtoms).Image!;
        lab.Machine.Ledger.Crash();
        WorldState found = new(image, lab.Machine.Ledger, lab.FaultsLeft(), AfterCrash: true);
        return found.Fingerprint == table[state].Fingerprint ? found : throw new InvalidOperationException(
            $"Not deterministic: the way to state {state} leads to another one when it is run again. Something "
            + "iterates over a hash set, keeps static state, or asks the real clock.");
    }
}
