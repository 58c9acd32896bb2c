using TwoDoors.Model.Claims;

namespace TwoDoors.Sim.Disk;

/// <summary>The pending atoms of a disk, taken apart into components. Kept up to date only when crash states are asked
/// for.</summary>
internal sealed class Components(PendingLog log)
{
    private readonly List<Component> alive = [];
    private readonly List<Component> spare = [];
    private int taken;
    private bool isStale;

    public int Count => alive.Count;

    /// <summary>True when one has more ideals than are kept.</summary>
    public bool IsExploded { get; private set; }

    /// <summary>True when something became durable since there were too many ideals: maybe they can be kept
    /// now.</summary>
    public bool NeedsRestart => IsExploded && isStale;

    /// <summary>The fingerprint of the disk without what is pending in components.</summary>
    public Fingerprint Settled { get; private set; }

    public Component this[int index] => alive[index];

    /// <summary>Nothing is pending any more.</summary>
    public void Clear(in Fingerprint settled)
    {
        spare.AddRange(alive);
        alive.Clear();
        Settled = settled;
        IsExploded = false;
        taken = 0;
        isStale = false;
    }

    /// <summary>An atom became durable.</summary>
    public void MarkDurable(int atom)
    {
        if (atom >= taken || log.Atoms[atom].Component is not { } component)
            return;
        component.IsStale = true;
        isStale = true;
    }

    /// <summary>Takes in what happened since the last time.</summary>
    /// <returns>False when too much is pending to keep all ideals; only <see cref="Clear"/> helps then.</returns>
    public bool Refresh()
    {
        if (isStale)
            Filter();
        bool durable = false;
        for (; taken < log.AtomCount; taken++)
        {
            Component component = ComponentFor(taken);
            component.Extend(log, taken);
            component.IsStale |= log.Atoms[taken].Durable;
            durable |= log.Atoms[taken].Durable;
            IsExploded |= component.IsExploded;
        }

        if (durable)
            Filter();
        return !IsExploded;
    }

    private void Filter()
    {
        isStale = false;
        int kept = 0;
        for (int i = 0; i < alive.Count; i++)
        {
            Component component = alive[i];
            if (component.IsStale && component.Filter(log) == 0 && !component.IsExploded)
            {
                Settled = Settled.Plus(component.Settle());
                spare.Add(component);
                continue;
            }

            alive[kept++] = component;
        }

        alive.RemoveRange(kept, alive.Count - kept);
    }

    /// <summary>The component that an atom falls into: all that it touches become one.</summary>
    private Component ComponentFor(int atom)
    {
        Component? found = null;
        foreach (int need in log.NeedsOf(atom))
        {
            if (!log.Atoms[need].Durable)
                found = Merge(found, log.Atoms[need].Component);
        }

        foreach (ref readonly Change change in log.ChangesOf(atom))
        {
            if (change.Kind == ChangeKind.Entry)
            {
                found = Merge(found, change.Before?.Component);
                found = Merge(found, change.After?.Component);
            }
            else
            {
                found = Merge(found, change.Inode.Component);
            }
        }

        found ??= NewComponent();
        foreach (ref readonly Change change in log.ChangesOf(atom))
        {
            if (change.Kind == ChangeKind.Entry)
            {
                Join(found, change.Before);
                Join(found, change.After);
            }
            else
            {
                Join(found, change.Inode);
            }
        }

        return found;
    }

    private static void Join(Component component, Inode? inode)
    {
        if (inode is not null && inode.Component is null)
            component.Join(inode);
    }

    private Component NewComponent()
    {
        Component made = spare.Count == 0 ? new Component() : spare[^1];
        if (spare.Count > 0)
            spare.RemoveAt(spare.Count - 1);
        made.Begin();
        alive.Add(made);
        return made;
    }

    private Component? Merge(Component? one, Component? other)
    {
        if (one is null || other is null || one == other)
            return one ?? other;
        one.Join(other, log);
        alive.Remove(other);
        spare.Add(other);
        return one;
    }
}
