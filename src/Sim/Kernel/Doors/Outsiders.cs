using TwoDoors.Model.Claims;
using TwoDoors.Model.World;

namespace TwoDoors.Sim.Kernel.Doors;

/// <summary>Users of a simulated machine.</summary>
internal sealed class Outsiders(KernelDoors kernel) : IOutsiders
{
    private const int OwnerWrites = 0x1A4;

    private readonly List<Activity> all = [];

    public bool AreThere => all.Count > 0;

    public void Clear() => all.Clear();

    public void Expect(ProgramHabits habits) => kernel.Programs.Habits = habits;

    public IActivity Start(string name, Func<IMachine, ValueTask> body)
    {
        Activity made = kernel.Machine.Start(name, host => body((IMachine)host), outlives: true);
        all.Add(made);
        return made;
    }

    public async ValueTask AllGone()
    {
        await kernel.Call("wait for all users", default, () => all.TrueForAll(one => one.Ended));
        kernel.Answer(Errno.Ok);
    }

    public ValueTask<Errno> Enter(FilePath name) => kernel.Automounter is { } door
        ? door.Enter(name)
        : EnterOnceOpen(name);

    public ValueTask Leave(FilePath name) => kernel.Automounter!.Leave(name);

    public async ValueTask Lock(IMachine host, FilePath path)
    {
        Result<Handle> file = await host.Files.Open(path, OpenFlags.ReadWrite | OpenFlags.Create, OwnerWrites);
        if (!file.IsOk || await host.Files.Lock(file.Value, LockMode.Exclusive) != Errno.Ok)
            return;
        kernel.Tell(HappeningKind.Locked, path);
        await host.Files.Close(file.Value);
        kernel.Tell(HappeningKind.Unlocked, path);
        kernel.LooksAtLocks();
    }

    private async ValueTask<Errno> EnterOnceOpen(FilePath name)
    {
        await kernel.Call("wait for the automounter at", name, () => kernel.Automounter is not null);
        kernel.Answer(Errno.Ok);
        return await kernel.Automounter!.Enter(name);
    }
}
