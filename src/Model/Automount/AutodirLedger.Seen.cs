using TwoDoors.Model.Backup;
using TwoDoors.Model.Claims;
using TwoDoors.Model.Multipath;
using TwoDoors.Model.World;

namespace TwoDoors.Model.Automount;

/// <content>What each happening means, and which claim it may break.</content>
public sealed partial class AutodirLedger
{
    /// <inheritdoc/>
    public void See(in Happening happening)
    {
        switch (happening.Kind)
        {
            case HappeningKind.Asked:
                SeeAsked(happening.Subject, 1);
                break;
            case HappeningKind.Answered:
                SeeAnswered(happening.Subject);
                break;
            case HappeningKind.Refused:
                SeeAsked(happening.Subject, -1);
                break;
            case HappeningKind.AnsweredTwice:
                Breach("answered-once", $"token {happening.Number} was answered again");
                break;
            case HappeningKind.Entered:
                SeeEntered(happening.Subject);
                break;
            case HappeningKind.Left:
                DoorOf(happening.Subject).Room.Users--;
                break;
            case HappeningKind.Bound:
                SeeBound(happening.Subject, happening.Other);
                break;
            case HappeningKind.Unbound:
                SeeUnbound(happening.Subject, happening.Number);
                break;
            case HappeningKind.Locked:
                locked.Add(happening.Subject);
                break;
            case HappeningKind.Unlocked:
                locked.Remove(happening.Subject);
                break;
            case HappeningKind.Started:
                SeeStarted();
                break;
            default:
                SeeBackup(happening);
                break;
        }
    }

    private void SeeAsked(FilePath name, int more)
    {
        (RoomView room, Door door) = DoorOf(name);
        room.Asked[door] = room.Asked.GetValueOrDefault(door) + more;
        asking += more;
    }

    private void SeeAnswered(FilePath name)
    {
        SeeAsked(name, -1);
        (RoomView room, Door door) = DoorOf(name);
        if (room.Backups > 0 && options.Backup is { KillsNone: false })
            Breach("no-entry-beside-a-backup", $"{name} was opened while a backup ran");
        if (!room.Shown.ContainsKey(door))
            Breach("ready-means-mounted", $"{name} was said to be there, and shows nothing");
        if (IsLocked(name))
            Breach("a-lock-keeps-its-door-shut", $"{name} was opened while somebody held its lock");
        (FilePath baseName, _) = options.Doors.Of(name)!.Value;
        FilePath other = options.Doors.NameOf(baseName, door == Door.Low ? Door.High : Door.Low);
        HasPassedLock |= room.Asked.GetValueOrDefault(door == Door.Low ? Door.High : Door.Low) > 0 && IsLocked(other);
    }

    private void SeeEntered(FilePath name)
    {
        RoomView room = DoorOf(name).Room;
        room.Users++;
        room.IsChanged = true;
        room.SeesAll = false;
    }

    private void SeeBound(FilePath name, FilePath real)
    {
        (RoomView room, Door door) = DoorOf(name);
        room.Shown[door] = real;
    }

    private void SeeUnbound(FilePath name, long users)
    {
        if (users > 0)
            Breach("busy-stays", $"{name} was taken from {users} who were in it");
        (RoomView room, Door door) = DoorOf(name);
        room.Shown.Remove(door);
    }

    /// <summary>The host has lost power: who was in a room is gone, and what he changed is owed a backup.</summary>
    private void SeeStarted()
    {
        foreach (RoomView room in rooms.Values)
        {
            room.Shown.Clear();
            room.Asked.Clear();
            room.Users = 0;
            room.Backups = 0;
            room.TerminatedAt = null;
        }

        locked.Clear();
        asking = 0;
    }

    private void SeeBackup(in Happening happening)
    {
        FilePath name = happening.Subject;
        RoomView room = RoomOf(name);
        switch (happening.Kind)
        {
            case HappeningKind.Spawned:
                SeeSpawned(name, room, happening.Other);
                break;
            case HappeningKind.Signalled:
                SeeSignalled(name, room, happening);
                break;
            case HappeningKind.Stray:
                Breach("no-stray-signal", $"the backup of {name} was signalled or reaped after it was reaped");
                break;
            case HappeningKind.Ended:
                room.IsGood = happening.Number == 0 && room.TerminatedAt is null;
                break;
            case HappeningKind.Emptied:
                SeeEmptied(room);
                break;
        }
    }

    private void SeeSpawned(FilePath name, RoomView room, FilePath real)
    {
        if (room.Shown.Count > 0)
            Breach("no-backup-beside-a-door", $"a backup of {name} was started while a door was open");
        if (room.Backups > 0)
            Breach("one-backup", $"a second backup of {name} was started");
        room.Backups++;
        room.TerminatedAt = null;
        room.IsGood = false;
        room.SeesAll = room.Users == 0;
        int running = rooms.Values.Sum(one => one.Backups);
        if (options.Backup is BackupOptions backup && running > backup.RunningMax)
            Breach("backups-are-bounded", $"{running} backups ran at a time");
        if (real != RealOf(name))
            Breach("the-same-room", $"a backup of {name} was given {real}, and users {RealOf(name)}");
    }

    private void SeeSignalled(FilePath name, RoomView room, in Happening happening)
    {
        HasSignalled = true;
        bool isKill = happening.Number == (long)Signal.Kill;
        if (isKill && (room.TerminatedAt is not TimeSpan at || happening.At - at < BackupOptions.Grace))
            Breach("terminate-before-kill", $"the backup of {name} was killed without its time to end");
        bool runs = room.Backups > 0 && !room.IsGood && room.TerminatedAt is null;
        bool forHigh = room.Asked.GetValueOrDefault(Door.High) > 0;
        bool forLow = room.Asked.GetValueOrDefault(Door.Low) > 0;
        bool byAge = options.Backup!.Life > TimeSpan.Zero;
        if (runs && !byAge && options.Backup.KillsNone)
            Breach("low-waits", $"the backup of {name} was ended, and -N is set");
        if (runs && !byAge && !forHigh && forLow && IsLocked(name))
            Breach("low-lock-protects", $"the backup of {name} was ended for the low door, whose lock it held");
        if (runs && !byAge && options.Backup.LowWaits && !forHigh && forLow)
            Breach("low-waits", $"the backup of {name} was ended for the low door, and -n is set");
        room.TerminatedAt ??= happening.At;
    }

    private bool IsLocked(FilePath name) =>
        options.Locks is FilePath locks && locked.Contains(locks / (name + ".lock"));

    private void SeeEmptied(RoomView room)
    {
        room.Backups = Math.Max(0, room.Backups - 1);
        if (room is not { IsGood: true, SeesAll: true })
            return;
        room.IsChanged = false;
        HasBackedUp = true;
    }

    /// <summary>What the doors of a base show or showed last; the module says it.</summary>
    private FilePath RealOf(FilePath name) => options.Module.PathOf(name);
}
