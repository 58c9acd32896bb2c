namespace TwoDoors.Sim.Explore.Resume;

/// <summary>The states of an exhaustive search as bytes: how each was reached, but not the worlds, which are had again
/// by running the ways to them; nor which cuts lead to which states, which only saves work.</summary>
internal static class TableState
{
    /// <summary>Writes the table.</summary>
    public static void Write(StateWriter writer, StateTable table)
    {
        writer.Number(table.NextLevel);
        writer.Number(table.Count);
        int[]? picks = null;
        for (int i = 0; i < table.Count; i++)
        {
            StateEntry entry = table[i];
            writer.Hash(entry.Fingerprint);
            writer.Number(entry.Level);
            writer.Number(entry.Position);
            writer.Flag(entry.IsWaiting);
            writer.Fraction(entry.Weight);
            Write(writer, entry.Origin, picks);
            picks = entry.Origin.Picks;
        }
    }

    /// <summary>Reads it into an empty table.</summary>
    public static void Read(StateReader reader, StateTable table)
    {
        int next = reader.Whole();
        int[] picks = [];
        StateEntry[] entries = reader.All(() =>
        {
            StateEntry entry = Entry(reader, picks);
            picks = entry.Origin.Picks;
            return entry;
        });
        table.Restore(entries, next);
    }

    public static void Write(StateWriter writer, in Cost cost)
    {
        writer.Number(cost.Crashes);
        writer.Number(cost.Switches);
        writer.Number(cost.Steps);
        writer.Number(cost.Lost);
        writer.Number(cost.After);
    }

    public static Cost Cost(StateReader reader)
    {
        int crashes = reader.Whole();
        int switches = reader.Whole();
        int steps = reader.Whole();
        int lost = reader.Whole();
        return new Cost(crashes, switches, steps, lost, reader.Whole());
    }

    /// <summary>Many states come from one execution and share its answers.</summary>
    private static void Write(StateWriter writer, Origin origin, int[]? picksBefore)
    {
        writer.Number(origin.Parent);
        bool shared = ReferenceEquals(origin.Picks, picksBefore);
        writer.Flag(shared);
        if (!shared)
            writer.Numbers(origin.Picks);
        writer.Number(origin.Boundary);
        writer.Numbers(origin.LostAtoms);
        writer.Number(origin.Place);
        Write(writer, origin.Cost);
    }

    private static StateEntry Entry(StateReader reader, int[] picksBefore)
    {
        Model.Claims.Fingerprint fingerprint = reader.Hash();
        int level = reader.Whole();
        int position = reader.Whole();
        bool waits = reader.Flag();
        double weight = reader.Fraction();
        int parent = reader.Whole();
        int[] picks = reader.Flag() ? picksBefore : reader.Numbers();
        int boundary = reader.Whole();
        int[] lost = reader.Numbers();
        long place = reader.Number();
        Origin origin = new(parent, picks, boundary, lost, place, Cost(reader));
        return new StateEntry(fingerprint, level, origin)
        {
            Position = position,
            IsWaiting = waits,
            Weight = weight,
        };
    }
}
