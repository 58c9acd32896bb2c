using TwoDoors.Model.Claims;

namespace TwoDoors.Sim.Disk;

/// <summary>A new version of one unit of persistence. It can be applied to the crash state that is looked at, and taken
/// back again in the reverse order.</summary>
internal abstract class Change(Inode inode)
{
    /// <summary>The file, or the directory of a name.</summary>
    public Inode Inode => inode;

    /// <summary>What it changes and to what, the same in every interleaving.</summary>
    public abstract Fingerprint Key { get; }

    /// <summary>The change in words.</summary>
    public abstract string Label { get; }

    public abstract void Apply(CutView view);

    public abstract void Revert(CutView view);

    /// <summary>It will never be taken back.</summary>
    public virtual void Settle(int atom)
    {
    }
}

/// <summary>A name leads to something else, or to nothing.</summary>
internal sealed class EntryChange(EntryUnit entry, Inode? before, Inode? after) : Change(entry.Directory)
{
    private Inode? saved;

    public Inode? Before => before;

    public Inode? After => after;

    public EntryUnit Entry => entry;

    public override Fingerprint Key => entry.Mark.Add(entry.Count).Add(after?.Number ?? 0);

    public override string Label => after is null
        ? $"name {Inode.PathText()}{entry.Name} removed"
        : $"name {Inode.PathText()}{entry.Name} = {after.KindText()} {after.BirthName}";

    public override void Apply(CutView view)
    {
        saved = entry.View;
        Set(view, saved, after);
    }

    public override void Revert(CutView view) => Set(view, after, saved);

    private void Set(CutView view, Inode? old, Inode? now)
    {
        entry.View = now;
        if (old == now)
            return;
        if (old is not null)
            view.RemoveName(old, entry.Mark);
        if (now is not null)
            view.AddName(now, entry.Mark);
    }
}

/// <summary>A sector holds other bytes.</summary>
internal sealed class SectorChange(Inode inode, SectorUnit unit, SectorVersion version, int atom) : Change(inode)
{
    private SectorVersion? saved;

    public SectorUnit Unit => unit;

    public override Fingerprint Key =>
        Fingerprint.Empty.Add(Inode.Number).Add(unit.Index).Add(unit.Count)
            .Add(version.UpTo(version.Bytes.Length).High);

    public override string Label => Inode.Volume.Options.WholeWrites
        ? $"content of {Inode.PathText()} = {version.Bytes.Length} bytes"
        : $"sector {unit.Index} of {Inode.PathText()}";

    public override void Apply(CutView view)
    {
        saved = unit.View;
        if (unit.Durable > atom)
            return;
        unit.View = version;
        view.Refresh(Inode);
    }

    public override void Revert(CutView view)
    {
        if (unit.View == saved)
            return;
        unit.View = saved!;
        view.Refresh(Inode);
    }

    public override void Settle(int atom) => unit.Durable = Math.Max(unit.Durable, atom);

    /// <summary>The same change as a part of another atom.</summary>
    public SectorChange As(int otherAtom) => new(Inode, unit, version, otherAtom);
}

/// <summary>A file has another length.</summary>
internal sealed class LengthChange(Inode inode, long length) : Change(inode)
{
    private long saved;

    public override Fingerprint Key => Fingerprint.Empty.Add(Inode.Number).Add(length).Add(7);

    public override string Label => $"length {length} of {Inode.PathText()}";

    public override void Apply(CutView view)
    {
        saved = Inode.ViewLength;
        Inode.ViewLength = length;
        view.Refresh(Inode);
    }

    public override void Revert(CutView view)
    {
        Inode.ViewLength = saved;
        view.Refresh(Inode);
    }
}

/// <summary>Mode, owner or time changed.</summary>
internal sealed class AttributeChange(Inode inode, Attributes after) : Change(inode)
{
    private Attributes saved;

    public override Fingerprint Key => after.AddTo(Fingerprint.Empty.Add(Inode.Number)).Add(11);

    public override string Label => $"mode {Convert.ToString(after.Mode, 8)} of {Inode.PathText()}";

    public override void Apply(CutView view)
    {
        saved = Inode.ViewAttributes;
        Inode.ViewAttributes = after;
        view.Refresh(Inode);
    }

    public override void Revert(CutView view)
    {
        Inode.ViewAttributes = saved;
        view.Refresh(Inode);
    }
}
