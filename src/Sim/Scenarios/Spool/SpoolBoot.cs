using TwoDoors.Model.Spool;
using TwoDoors.Model.World;
using TwoDoors.Sim.Choice;

namespace TwoDoors.Sim.Scenarios.Spool;

/// <summary>Everything that a host runs between a start and its end.</summary>
internal sealed class SpoolBoot
{
    private static readonly string[] NotYetOrNow = ["not yet", "now"];
    private static readonly string[] MountedOrNot = ["mounted", "not mounted"];

    private readonly SpoolPlan plan;
    private readonly IChoices world;
    private readonly IHost host;
    private readonly ISpoolProtocol protocol;
    private bool mounted = true;

    public SpoolBoot(SpoolPlan plan, IHost host, IChoices world)
    {
        this.plan = plan;
        this.world = world;
        this.host = plan.Defects.Count > 0 || plan.MayBeBare is not null
            ? new WrappedHost(host, Wrap, Nonce())
            : host;
        protocol = plan.Protocol;
    }

    /// <summary>Runs it.</summary>
    public async ValueTask Run()
    {
        if (plan.MayBeBare is FilePath mount)
            await RunBare(mount);
        switch (plan.Schedule)
        {
            case Schedule.RecoveryBesideCopier:
                await Beside(("recovery", Recover), ("copier", Copy));
                break;
            case Schedule.ConsumersBesideRecovery:
                await Beside([("recovery", Recover), .. Consumers()]);
                break;
            case Schedule.Interleaved:
                await Recover(host);
                await Beside([("copier", Copy), .. Consumers()]);
                await DeliverAll(host);
                return;
            case Schedule.TwoCopiers:
                await Recover(host);
                await Beside(("copier 1", Copy), ("copier 2", Copy));
                break;
        }

        await RunInTurn();
    }

    private async ValueTask RunInTurn()
    {
        await Recover(host);
        if (plan.Reused > 0 || (plan.Schedule == Schedule.InTurn && world.Pick("consumers run", NotYetOrNow) == 1))
            await DeliverAll(host);
        await Copy(host);
        for (int next = 0; next < plan.Reused; next++)
        {
            await GiveNameAgain(next);
            await DeliverAll(host);
            await Copy(host);
        }

        await DeliverAll(host);
    }

    private async ValueTask RunBare(FilePath mount)
    {
        mounted = world.Pick($"{mount} is", MountedOrNot) == 0;
        if (mounted)
            return;
        await Recover(host);
        mounted = true;
    }

    private async ValueTask Recover(IHost host)
    {
        foreach (SpoolOptions spool in plan.Spools)
            await Repeat(() => protocol.Recover(host, spool));
    }

    private async ValueTask Copy(IHost host)
    {
        foreach (SpoolOptions spool in plan.Spools)
        {
            SpoolOutcome? first = await CopyWaiting(host, spool);
            if (plan.IsAsWritten || first?.End != SpoolEnd.Failed)
                continue;
            await protocol.Recover(host, spool);
            await CopyWaiting(host, spool);
        }
    }

    private async ValueTask<SpoolOutcome?> CopyWaiting(IHost host, SpoolOptions spool)
    {
        Result<IReadOnlyList<FilePath>> waiting = await protocol.Waiting(host, spool);
        if (!waiting.IsOk && !plan.IsAsWritten)
            waiting = await protocol.Waiting(host, spool);
        if (!waiting.IsOk || waiting.Value.Count == 0)
            return null;
        return await protocol.Copy(host, spool, waiting.Value);
    }

    private async ValueTask DeliverAll(IHost host)
    {
        foreach (FilePath queue in plan.Queues)
            await Deliver(host, queue);
    }

    private async ValueTask Deliver(IHost host, FilePath queue)
    {
        foreach (SpoolOptions spool in plan.Spools)
            await Repeat(() => protocol.Deliver(host, spool, queue));
    }

    // The enqueuer: the next message comes under a name that was used before, renamed into place and not synced.
    private async ValueTask GiveNameAgain(int next)
    {
        FilePath spool = plan.Spools[0].Spool;
        FilePath name = spool / SpoolContent.Name(1);
        Result<FileStatus> taken = await host.Files.Stat(name);
        if (taken.Errno == Errno.ENOENT)
            await host.Files.Rename(spool / SpoolContent.Staged(next), name);
    }

    private async ValueTask Repeat(Func<ValueTask<SpoolOutcome>> operation)
    {
        SpoolOutcome outcome = await operation();
        if (!plan.IsAsWritten && outcome.End == SpoolEnd.Failed)
            await operation();
    }

    private List<(string Name, Func<IHost, ValueTask> Body)> Consumers() =>
        [.. plan.Queues.Select(queue => ($"consumer of {queue}", Body(queue)))];

    private Func<IHost, ValueTask> Body(FilePath queue) => host => Deliver(host, queue);

    private async ValueTask Beside(params (string Name, Func<IHost, ValueTask> Body)[] activities)
    {
        List<IActivity> running = [.. activities.Select(activity => host.Fork(activity.Name, activity.Body))];
        foreach (IActivity activity in running)
            await activity.Join();
    }

    private FilePath? Nonce()
    {
        if (plan.Defects.Contains(Defect.NonceRepeats))
            return "again"u8;
        return null;
    }

    private IFileSystem Wrap(IFileSystem files)
    {
        IFileSystem wrapped = plan.Defects.Count > 0 ? new SpoiledFiles(files, plan.Defects) : files;
        return plan.MayBeBare is FilePath mount ? new BareMountPoint(wrapped, mount, () => mounted) : wrapped;
    }
}
