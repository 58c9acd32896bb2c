using TwoDoors.Model.Backup;
using TwoDoors.Model.Multipath;
using TwoDoors.Model.World;

namespace TwoDoors.Model.Automount;

/// <content>The backup: owed, due, started, ended.</content>
internal sealed partial class Room
{
    private readonly OwedBackups? owed;
    private BackupStage stage;
    private ProcessGroup group;
    private TimeSpan startedAt;
    private TimeSpan? harderAt;
    private int exitCode;
    private bool hasEnded;
    private bool wasEnded;
    private bool isOwed;
    private bool owedIsDurable;
    private TimeSpan dueAt;
    private bool wantsPlace;
    private bool hasPlace;

    /// <summary>A change may be made as soon as the door is open, so the backup is owed before that.</summary>
    private async ValueTask<Errno> Owe()
    {
        if (owed is null || (isOwed && owedIsDurable))
            return Errno.Ok;
        Errno errno = await owed.Owe(baseName);
        if (errno != Errno.Ok)
            return errno;
        host.Reach(RoomPoint.Owed);
        isOwed = true;
        owedIsDurable = true;
        return Errno.Ok;
    }

    private void LastDoorClosed()
    {
        if (options.Backup is not BackupOptions backup)
            return;
        isOwed |= !options.Rules.OwedBeforeOpen;
        dueAt = host.Clock.Now + backup.Wait;
    }

    /// <summary>May somebody come through a door now? If a backup is in the way that has to give way, it is being ended
    /// afterwards.</summary>
    private async ValueTask<bool> MayEnter(Door door)
    {
        if (stage == BackupStage.None)
            return true;
        BackupOptions backup = options.Backup!;
        if (backup.KillsNone)
            return true;
        if (stage == BackupStage.Running && !(backup.LowWaits && door == Door.Low && options.Rules.KeepsLowWaiting))
            await Terminate();
        else
            host.Reach(RoomPoint.BackupWaited);
        return stage == BackupStage.None;
    }

    private async ValueTask GoOnWithBackup()
    {
        if (options.Backup is not BackupOptions backup)
            return;
        TimeSpan now = host.Clock.Now;
        if (stage == BackupStage.Running && backup.Life > TimeSpan.Zero && now >= startedAt + backup.Life)
            await Terminate();
        else if (stage is BackupStage.Terminating && now >= harderAt)
            await Kill();
        bool isFree = !IsAnyAsked || (!options.Rules.LaunchLooks && hasPlace);
        if (stage == BackupStage.None && isOwed && isFree && !stopping && now >= dueAt)
            await Start(backup);
        else
            GiveBackPlace();
    }

    /// <summary>The next time at which something is to be done about the backup.</summary>
    private TimeSpan? BackupTime() => stage switch
    {
        BackupStage.None when isOwed && !IsAnyAsked && !stopping && !wantsPlace => dueAt,
        BackupStage.Running when options.Backup!.Life > TimeSpan.Zero => startedAt + options.Backup.Life,
        BackupStage.Terminating => harderAt,
        _ => null,
    };

    private async ValueTask Start(BackupOptions backup)
    {
        if (!hasPlace)
        {
            WantPlace();
            return;
        }

        Result<FilePath> real = await options.Module.Prepare(host, baseName);
        Result<ProcessGroup> spawned = real.IsOk
            ? await host.Processes.Spawn(backup.Command.For(baseName, real.Value, backup.Nice))
            : real.Errno;
        if (!spawned.IsOk)
        {
            dueAt = host.Clock.Now + backup.Retry;
            GiveBackPlace();
            return;
        }

        host.Reach(RoomPoint.Launched);
        Watch(spawned.Value);
    }

    private void Watch(ProcessGroup started)
    {
        group = started;
        stage = BackupStage.Running;
        startedAt = host.Clock.Now;
        hasEnded = false;
        wasEnded = false;
        host.Fork($"watch {started} of {baseName}", watcher => BackupWatch.Run(watcher.Processes, started, mailbox));
    }

    private async ValueTask HearOfBackup(Letter<RoomLetter> letter)
    {
        switch (letter.Kind)
        {
            case RoomLetter.PlaceGranted:
                wantsPlace = false;
                hasPlace = true;
                break;
            case RoomLetter.BackupEnded:
                hasEnded = true;
                exitCode = (int)letter.Number;

                if (!options.Rules.WaitsForGroup)
                {
                    await Finish();
                    break;
                }

                // What the program left behind in its group is a part of it, and may still write.
                if (stage == BackupStage.Running)
                    await Terminate();
                break;
            case RoomLetter.BackupGone:
                if (options.Rules.WaitsForGroup)
                    await Finish();
                break;
            case RoomLetter.FoundBackup:
                isOwed = true;
                hasPlace = true;
                Watch(new ProcessGroup((int)letter.Number));
                break;
            case RoomLetter.FoundOwed:
                isOwed = true;
                owedIsDurable = true;
                LastDoorClosed();
                break;
            default:
                throw new InvalidOperationException($"a room was told {letter}, which is no letter to a room");
        }
    }

    private async ValueTask Terminate()
    {
        host.Reach(RoomPoint.Ending);
        wasEnded |= !hasEnded;
        stage = BackupStage.Terminating;
        await host.Processes.Signal(group, options.Rules.AsksFirst ? Signal.Terminate : Signal.Kill);

        // Counted from when it was sent: whoever was asked late has the same time to obey.
        harderAt = host.Clock.Now + BackupOptions.Grace;
    }

    private async ValueTask Kill()
    {
        // There is nothing harder: what is stuck in the kernel now keeps its own room shut, and no other.
        stage = BackupStage.Killing;
        harderAt = null;
        await host.Processes.Signal(group, Signal.Kill);
    }

    private async ValueTask Finish()
    {
        await host.Processes.Reap(group);
        host.Reach(RoomPoint.Ended);
        stage = BackupStage.None;
        GiveBackPlace();
        if (exitCode == 0 && !wasEnded && !IsAnyOpen)
        {
            isOwed = false;
            owedIsDurable = false;
            await owed!.Settle(baseName);
            return;
        }

        dueAt = host.Clock.Now + options.Backup!.Retry;
    }

    private void WantPlace()
    {
        if (wantsPlace)
            return;
        wantsPlace = true;
        host.Fork($"place for {baseName}", async _ =>
        {
            await places.Take();
            mailbox.Post(new Letter<RoomLetter>(RoomLetter.PlaceGranted));
        });
    }

    private void GiveBackPlace()
    {
        if (!hasPlace || stage != BackupStage.None)
            return;
        hasPlace = false;
        places.Post(new Letter<BackupPlace>(BackupPlace.Free));
    }
}
