using TwoDoors.Model.Backup;
using TwoDoors.Model.World;

namespace TwoDoors.Model.Automount;

/// <summary>The daemon of one automount directory: reads what the kernel asks and tells the room that it is
/// about.</summary>
/// <param name="host">The machine.</param>
/// <param name="options">What is served.</param>
public sealed class Autodir(IMachine host, AutodirOptions options)
{
    private readonly SortedDictionary<FilePath, IMailbox<RoomLetter>> rooms = [];
    private readonly List<IActivity> running = [];
    private readonly IMailbox<BackupPlace> places = host.NewMailbox<BackupPlace>("places");

    /// <summary>Serves until the door is closed by <see cref="IAutomounter.Close"/>, then closes all rooms.</summary>
    /// <param name="kernel">Open.</param>
    public async ValueTask Serve(IAutomounter kernel)
    {
        for (int place = 0; place < (options.Backup?.RunningMax ?? 0); place++)
            places.Post(new Letter<BackupPlace>(BackupPlace.Free));
        await Recover(kernel);
        if (options.Timeout > TimeSpan.Zero)
            running.Add(host.Fork("expire", _ => Expire(kernel)));
        Result<AutomountPacket> packet = await kernel.Next();
        for (; packet.IsOk; packet = await kernel.Next())
            await Tell(kernel, packet.Value);
        foreach (IMailbox<RoomLetter> room in rooms.Values)
            room.Post(new Letter<RoomLetter>(RoomLetter.Stop));

        // Who still waits for a place gets one, and so an end: no backup is started any more.
        foreach (IMailbox<RoomLetter> _ in rooms.Values)
            places.Post(new Letter<BackupPlace>(BackupPlace.Free));
        foreach (IActivity activity in running)
            await activity.Join();
    }

    /// <summary>What an earlier process left: open doors, backups that run, backups that are owed.</summary>
    private async ValueTask Recover(IAutomounter kernel)
    {
        Result<IReadOnlyList<FilePath>> open = await host.Mounts.Below(options.Directory);
        foreach (FilePath name in open.IsOk ? open.Value : [])
        {
            if (options.Doors.Of(name) is { } found)
                RoomOf(found.Base, kernel).Post(new Letter<RoomLetter>(RoomLetter.FoundOpen, 0, name));
        }

        if (options.Backup is null)
            return;
        Result<IReadOnlyList<FilePath>> owed = await new OwedBackups(host.Files, options.State).All();
        foreach (FilePath baseName in owed.IsOk ? owed.Value : [])
        {
            // Looked for before the room is told anything: else it might find its own.
            Result<ProcessGroup?> found = await host.Processes.Find(baseName);
            IMailbox<RoomLetter> room = RoomOf(baseName, kernel);
            if (found is { IsOk: true, Value: ProcessGroup group })
                room.Post(new Letter<RoomLetter>(RoomLetter.FoundBackup, group.Number));
            room.Post(new Letter<RoomLetter>(RoomLetter.FoundOwed));
        }
    }

    private async ValueTask Tell(IAutomounter kernel, AutomountPacket packet)
    {
        if (options.Doors.Of(packet.Name) is not { } door)
        {
            await kernel.Fail(packet.Token, Errno.ENOENT);
            return;
        }

        RoomLetter kind = packet.IsExpiry ? RoomLetter.Unused : RoomLetter.Asked;
        RoomOf(door.Base, kernel).Post(new Letter<RoomLetter>(kind, packet.Token.Number, packet.Name));
    }

    private IMailbox<RoomLetter> RoomOf(FilePath baseName, IAutomounter kernel)
    {
        if (rooms.TryGetValue(baseName, out IMailbox<RoomLetter>? known))
            return known;
        IMailbox<RoomLetter> made = host.NewMailbox<RoomLetter>($"room {baseName}");
        rooms.Add(baseName, made);
        running.Add(host.Fork(
            $"room {baseName}", own => new Room(own, options, kernel, baseName, made, places).Run()));
        return made;
    }

    /// <summary>Beside everything else, because each call ends only when its packet was answered.</summary>
    private static async ValueTask Expire(IAutomounter kernel)
    {
        while (await kernel.Expire() != Errno.EPIPE)
        {
            // What could not be closed is offered again when it was not used for another while.
        }
    }
}
