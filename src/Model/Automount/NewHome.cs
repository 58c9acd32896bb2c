using TwoDoors.Model.World;

namespace TwoDoors.Model.Automount;

/// <summary>Makes a real directory beside its place and then gives it its name: it is there whole or not at
/// all.</summary>
/// <param name="host">The machine.</param>
/// <param name="beside">A name that nobody ever had, in the module's own directory.</param>
/// <param name="options">Mode and skeleton.</param>
/// <param name="owner">Whose it is.</param>
internal sealed class NewHome(IMachine host, FilePath beside, ModuleOptions options, Owner owner)
{
    private const int RootOnly = 0x1C0;

    /// <summary>Builds, makes durable, renames, makes the name durable.</summary>
    /// <param name="path">Where it is to be.</param>
    /// <returns>Ok: it is there whole, also after a crash. Else what a call answered: nothing is at the place, or
    /// what somebody else put there.</returns>
    public async ValueTask<Errno> Make(FilePath path)
    {
        Errno errno = await Build();
        if (errno == Errno.Ok)
        {
            host.Reach(HomePoint.Built);
            errno = await host.Files.Rename(beside, path, RenameMode.NoReplace);
        }

        if (errno != Errno.Ok)
        {
            // A leftover has a name of its own and is in nobody's way; the next start of the daemon removes it.
            return errno;
        }

        host.Reach(HomePoint.Named);
        return await DirectorySync.Of(host.Files, path.Parent, "fsync(home)");
    }

    private async ValueTask<Errno> Build()
    {
        Errno errno = await host.Files.MakeDirectory(beside, RootOnly);
        if (errno == Errno.Ok && options.Skeleton is FilePath skeleton)
            errno = await new Skeleton(host.Files, owner).Copy(skeleton, beside);
        if (errno == Errno.Ok)
            errno = await host.Files.ChangeOwner(beside, owner.UserId, owner.GroupId);
        if (errno == Errno.Ok)
            errno = await host.Files.ChangeMode(beside, options.Mode);
        return errno == Errno.Ok ? await DirectorySync.Of(host.Files, beside, "fsync(new)") : errno;
    }
}
