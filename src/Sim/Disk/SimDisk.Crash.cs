namespace TwoDoors.Sim.Disk;

/// <content>One crash state, by labels, by numbers, or by chance.</content>
public sealed partial class SimDisk
{
    /// <summary>How many changes are pending.</summary>
    public int PendingCount => pending.Count;

    /// <summary>An atom in words; unique among the atoms since the host started.</summary>
    public string LabelOf(int atom)
    {
        string label = AtomWords.Of(Log, atom);
        int same = 1;
        for (int i = 0; i < atom; i++)
        {
            if (AtomWords.Of(Log, i) == label)
                same++;
        }

        return same == 1 ? label : $"{label} ({same})";
    }

    /// <summary>The crash that loses these pending changes and what needs them, and keeps the rest.</summary>
    /// <param name="lost">Labels.</param>
    /// <param name="lenient">Pass over labels that no pending change has.</param>
    public CrashResult Crash(IReadOnlyList<string> lost, bool lenient)
    {
        List<string> labels = [.. pending.Select(LabelOf)];
        string? unknown = lost.FirstOrDefault(label => !labels.Contains(label));
        if (unknown is not null && !lenient)
            return new CrashResult(null, [], [], unknown);
        return Crash([.. labels.Select(label => lost.Contains(label))], labels);
    }

    /// <summary>The labels of all pending changes, oldest first.</summary>
    public IReadOnlyList<string> PendingLabels() => [.. pending.Select(LabelOf)];

    /// <summary>The crash that loses these atoms and what needs them.</summary>
    public CrashResult CrashWithout(int[] lostAtoms) =>
        Crash([.. pending.Select(atom => lostAtoms.Contains(atom))], [.. pending.Select(LabelOf)]);

    /// <summary>The crash that loses the pending changes of these places, oldest first, and what needs
    /// them.</summary>
    /// <param name="leave">One for each pending change.</param>
    /// <param name="lost">Gets the labels of what did not survive, unless null.</param>
    public DiskImage CrashLeaving(ReadOnlySpan<bool> leave, List<string>? lost)
    {
        Mark(leave);
        lost?.AddRange(LostAtoms().Select(LabelOf));
        return Materialise();
    }

    private CrashResult Crash(bool[] leave, List<string> labels)
    {
        Mark(leave);
        List<string> lost = [];
        List<string> kept = [];
        for (int i = 0; i < pending.Count; i++)
            (Log.Atoms[pending[i]].In ? kept : lost).Add(labels[i]);
        return new CrashResult(Materialise(), lost, kept, null);
    }
}
