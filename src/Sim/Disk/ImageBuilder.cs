using TwoDoors.Model.Claims;
using TwoDoors.Model.World;

namespace TwoDoors.Sim.Disk;

/// <summary>Makes the image of the crash state whose atoms are marked In: what no name leads to is gone, and inodes are
/// numbered in the order of their paths.</summary>
internal sealed class ImageBuilder(SimDisk disk)
{
    private readonly List<InodeImage> images = [];
    private readonly List<Inode> placed = [];
    private ulong namesUsed;

    public DiskImage Build()
    {
        View();
        VolumeImage[] volumes = new VolumeImage[disk.Volumes.Count];
        Fingerprint sum = default;
        for (int i = 0; i < volumes.Length; i++)
        {
            Volume volume = disk.Volumes[i];
            images.Clear();
            Add(volume.Root, volume.RootIdentity);
            images[0].State.Names = volume.RootIdentity;
            images[0].State.NameCount = 1;
            foreach (InodeImage image in images)
                sum = sum.Plus(image.State.Term());
            volumes[i] = new VolumeImage(volume.Path, [.. images]);
            foreach (Inode inode in placed)
                inode.ImagePlace = 0;
            placed.Clear();
        }

        return new DiskImage(volumes, sum, namesUsed);
    }

    /// <summary>Finds what each changed name leads to, and the attributes that show.</summary>
    private void View()
    {
        PendingLog log = disk.Log;
        Span<Change> changes = log.Changes.AsSpan(0, log.ChangeCount);
        for (int i = changes.Length - 1; i >= 0; i--)
        {
            if (changes[i].Kind == ChangeKind.Entry)
                changes[i].Name!.View = changes[i].Before;
            else if (changes[i].Kind == ChangeKind.Attributes)
                changes[i].Inode.ViewedAttributes = null;
        }

        foreach (ref readonly Change change in changes)
        {
            if (!log.Atoms[change.Atom].In)
                continue;
            if (change.Kind == ChangeKind.Entry)
                change.Name!.View = change.After;
            else if (change.Kind == ChangeKind.Attributes)
                change.Inode.ViewedAttributes = change.Attributes;
        }
    }

    /// <summary>Adds an inode and, for a directory, all below it.</summary>
    private int Add(Inode inode, in Fingerprint identity)
    {
        if (inode.ImagePlace > 0)
            return inode.ImagePlace - 1;
        int place = images.Count;
        inode.ImagePlace = place + 1;
        placed.Add(inode);
        if (IsAsBefore(inode))
        {
            images.Add(inode.Image!);
            return place;
        }

        Attributes attributes = inode.ViewedAttributes ?? inode.FirstAttributes;
        byte[] bytes = inode.Kind == FileKind.Regular ? Contents.BytesOf(disk.Log, inode) : [];
        Fingerprint content = Content(inode, bytes, out Fingerprint[] sectors);
        InodeImage image = new()
        {
            Number = inode.Number,
            Kind = inode.Kind,
            Attributes = attributes,
            Bytes = bytes,
            Target = inode.Target,
            Identity = identity,
            Sectors = sectors,
        };
        image.State.Content = content;
        image.State.Attributes = attributes.Hash(inode.Kind, inode.VisibleNumber);
        images.Add(image);
        if (inode.Kind == FileKind.Directory)
            AddEntries(inode, image, identity);
        return place;
    }

    /// <summary>True for a file of which nothing was changed: images never change, so the old one stands for it
    /// again.</summary>
    private static bool IsAsBefore(Inode inode) => inode.Image is not null && inode.Kind != FileKind.Directory
        && !inode.NamesChanged && inode.Sectors.ChangeCount == 0 && inode.ViewedAttributes is null;

    private Fingerprint Content(Inode inode, byte[] bytes, out Fingerprint[] sectors)
    {
        sectors = [];
        if (inode.Image is { } image && ReferenceEquals(bytes, image.Bytes) && inode.Kind == FileKind.Regular)
        {
            sectors = image.Sectors;
            return image.State.Content;
        }

        return inode.Kind switch
        {
            FileKind.Regular => Contents.Of(bytes, disk.Options.UnitBytes, out sectors),
            FileKind.SymbolicLink => Fingerprint.Empty.Add(inode.Target.Bytes),
            _ => default,
        };
    }

    /// <summary>Merges the names that the image had with those that were changed since: both are in order.</summary>
    private void AddEntries(Inode directory, InodeImage image, in Fingerprint identity)
    {
        FilePath[] names = directory.Image?.Names ?? [];
        List<FilePath> found = new(names.Length + directory.Units.Count);
        List<int> leadTo = new(names.Length + directory.Units.Count);
        int old = 0;
        int changed = 0;
        while (old < names.Length || changed < directory.Units.Count)
        {
            int order = old == names.Length ? 1
                : changed == directory.Units.Count ? -1
                : names[old].CompareTo(directory.Units.GetKeyAtIndex(changed));
            FilePath name = order < 0 ? names[old] : directory.Units.GetKeyAtIndex(changed);
            Inode? inode = order < 0
                ? directory.Volume.At(directory.Image!.Named[old])
                : directory.Units.GetValueAtIndex(changed).View;
            old += order <= 0 ? 1 : 0;
            changed += order >= 0 ? 1 : 0;
            if (inode is null)
                continue;
            namesUsed |= UniqueNames.In(name.Bytes);
            Fingerprint mark = identity.Add(name.Bytes);
            int place = Add(inode, mark);
            found.Add(name);
            leadTo.Add(place);
            if (images[place] != inode.Image)
            {
                images[place].State.Names = images[place].State.Names.Plus(mark);
                images[place].State.NameCount++;
            }

            image.Subdirectories += inode.Kind == FileKind.Directory ? 1 : 0;
        }

        image.Names = [.. found];
        image.Named = [.. leadTo];
    }
}
