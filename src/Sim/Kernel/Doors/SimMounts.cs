using TwoDoors.Model.Claims;
using TwoDoors.Model.World;

namespace TwoDoors.Sim.Kernel.Doors;

/// <summary>Bind mounts, and who is in them.</summary>
internal sealed class SimMounts(KernelDoors kernel) : IMounts, IHashed
{
    private readonly SortedDictionary<FilePath, (FilePath Source, int Users)> table = [];

    public void Clear() => table.Clear();

    public bool Has(FilePath target) => table.ContainsKey(target);

    public int UsersIn(FilePath target) => table.TryGetValue(target, out (FilePath, int Users) mount) ? mount.Users : 0;

    /// <summary>Mount points that nobody is in, in byte order.</summary>
    public IEnumerable<FilePath> Unused => table.Where(mount => mount.Value.Users == 0).Select(mount => mount.Key);

    /// <summary>A user comes in or goes.</summary>
    public void Count(FilePath target, int users) =>
        table[target] = (table[target].Source, table[target].Users + users);

    public async ValueTask<Errno> Bind(FilePath source, FilePath target)
    {
        await kernel.Call("bind", target);
        if (!kernel.Exists(source) || !kernel.Exists(target))
            return kernel.Answer(Errno.ENOENT);
        table[target] = (source, 0);
        kernel.Tell(HappeningKind.Bound, target.Name, source);
        return kernel.Answer(Errno.Ok);
    }

    public async ValueTask<Errno> Unmount(FilePath target)
    {
        await kernel.Call("unmount", target);
        if (!table.TryGetValue(target, out (FilePath, int Users) mount))
            return kernel.Answer(Errno.EINVAL);
        if (mount.Users > 0)
            return kernel.Answer(Errno.EBUSY);
        table.Remove(target);
        kernel.Tell(HappeningKind.Unbound, target.Name);
        return kernel.Answer(Errno.Ok);
    }

    public async ValueTask<Result<FilePath?>> MountedOn(FilePath target)
    {
        await kernel.Call("mount on", target);
        FilePath? source = table.TryGetValue(target, out (FilePath Source, int) mount) ? mount.Source : (FilePath?)null;
        return kernel.Answer(new Result<FilePath?>(Errno.Ok, source));
    }

    public async ValueTask<Result<IReadOnlyList<FilePath>>> Below(FilePath directory)
    {
        await kernel.Call("mounts below", directory);
        List<FilePath> names = [.. table.Keys.Where(path => path.Parent == directory).Select(path => path.Name)];
        foreach (FilePath name in names)
            kernel.Machine.Current.History = kernel.Machine.Current.History.Add(name.Bytes);
        return kernel.Answer(new Result<IReadOnlyList<FilePath>>(Errno.Ok, names), default, names.Count);
    }

    public Fingerprint AddTo(Fingerprint sum)
    {
        foreach ((FilePath target, (FilePath source, int users)) in table)
            sum = sum.Add(target.Bytes).Add(source.Bytes).Add(users);
        return sum.Add((long)table.Count);
    }
}
