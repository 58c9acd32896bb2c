using TwoDoors.Model.World;
using TwoDoors.Sim.Kernel.Doors;

namespace TwoDoors.Sim.Scenarios.Autodir;

/// <summary>Everything that a host runs between a start and its end: users that outlive the daemon, the daemon, and who
/// stops it once all users are gone.</summary>
internal sealed class AutodirBoot(AutodirPlan plan, IMachine host)
{
    private readonly IOutsiders outsiders = (IOutsiders)host;

    /// <summary>Runs it.</summary>
    public async ValueTask Run()
    {
        outsiders.Expect(plan.Programs);
        Result<IAutomounter> door = await host.OpenAutomounter(plan.Options.Directory, plan.Options.Timeout);
        if (!door.IsOk)
            throw new InvalidOperationException($"nobody else is here, and the door answers {door.Errno}");
        if (!outsiders.AreThere)
            StartOutsiders();
        host.Fork("stopper", stopper => Stop(stopper, door.Value));
        await new Model.Automount.Autodir(host, plan.Options).Serve(door.Value);
    }

    private void StartOutsiders()
    {
        foreach ((int number, FilePath name) in plan.Visitors.Index())
            outsiders.Start($"user {number + 1}", user => Visit(user, name));
        foreach (FilePath path in plan.Lockers)
            outsiders.Start($"locker of {path.Name}", locker => ((IOutsiders)locker).Lock(locker, path));
    }

    private static async ValueTask Visit(IMachine user, FilePath name)
    {
        IOutsiders own = (IOutsiders)user;
        if (await own.Enter(name) == Errno.Ok)
            await own.Leave(name);
    }

    private static async ValueTask Stop(IMachine stopper, IAutomounter door)
    {
        await ((IOutsiders)stopper).AllGone();
        await door.Close();
    }
}
