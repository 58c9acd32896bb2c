using TwoDoors.Model.World;

namespace TwoDoors.Model.Automount;

/// <summary>Waits for the end of a backup and tells its room: first that the program has ended, then that nothing of
/// its group is left.</summary>
internal static class BackupWatch
{
    /// <summary>Tells twice, and ends.</summary>
    public static async ValueTask Run(IProcesses processes, ProcessGroup group, IMailbox<RoomLetter> room)
    {
        Result<ExitStatus> ended = await processes.Ended(group);

        // Who is not our child cannot be asked how it ended: it was started by an earlier process, and counts as
        // failed.
        room.Post(new Letter<RoomLetter>(RoomLetter.BackupEnded, ended.IsOk ? ended.Value.Code : 1));
        await processes.Emptied(group);
        room.Post(new Letter<RoomLetter>(RoomLetter.BackupGone));
    }
}
