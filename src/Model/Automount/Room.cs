using TwoDoors.Model.Backup;
using TwoDoors.Model.Multipath;
using TwoDoors.Model.World;

namespace TwoDoors.Model.Automount;

/// <summary>One real directory with its doors and its backup: an actor. It takes one letter after another, and never
/// waits for anything else than the next letter and the next time; whoever has to wait is parked.</summary>
/// <remarks>So the test whether a backup may start and its start are one step (S2), and a slow base delays no other
/// (L4).</remarks>
internal sealed partial class Room
{
    private readonly IMachine host;
    private readonly AutodirOptions options;
    private readonly IAutomounter kernel;
    private readonly IMailbox<RoomLetter> mailbox;
    private readonly IMailbox<BackupPlace> places;
    private readonly FilePath baseName;
    private readonly SortedDictionary<Door, DoorState> doors = [];
    private readonly DoorLock? locks;
    private bool stopping;

    public Room(
        IMachine host,
        AutodirOptions options,
        IAutomounter kernel,
        FilePath baseName,
        IMailbox<RoomLetter> mailbox,
        IMailbox<BackupPlace> places)
    {
        this.host = host;
        this.options = options;
        this.kernel = kernel;
        this.baseName = baseName;
        this.mailbox = mailbox;
        this.places = places;
        foreach (Door door in options.Doors.Doors)
            doors.Add(door, new DoorState(options.Doors.NameOf(baseName, door)));
        locks = options.Locks is FilePath directory ? new DoorLock(host.Files, directory) : null;
        owed = options.Backup is null ? null : new OwedBackups(host.Files, options.State);
    }

    /// <summary>Serves until the daemon stops and nothing of the room is open any more.</summary>
    public async ValueTask Run()
    {
        while (!IsOver)
        {
            Letter<RoomLetter>? letter = await mailbox.Take(BackupTime());
            if (letter is Letter<RoomLetter> taken)
                await Hear(taken);
            await Go();
        }
    }

    private bool IsOver => stopping && !IsAnyOpen && stage == BackupStage.None;

    private bool IsAnyOpen => doors.Values.Any(door => door.Stage == DoorStage.Open);

    private bool IsAnyAsked => doors.Values.Any(door => door.Stage is DoorStage.Wanted or DoorStage.Open);

    private async ValueTask Hear(Letter<RoomLetter> letter)
    {
        switch (letter.Kind)
        {
            case RoomLetter.Asked:
                await Ask(DoorOf(letter.Text), new AutomountToken((uint)letter.Number));
                break;
            case RoomLetter.Unused:
                await Close(DoorOf(letter.Text), new AutomountToken((uint)letter.Number));
                break;
            case RoomLetter.LockFree:
                await TryLockAgain(DoorOf(letter.Text));
                break;
            case RoomLetter.FoundOpen:
                await TakeOver(DoorOf(letter.Text));
                break;
            case RoomLetter.Stop:
                await Stop();
                break;
            default:
                await HearOfBackup(letter);
                break;
        }
    }

    /// <summary>Does what nothing stands in the way of any more: ends a backup, opens doors, starts a backup.</summary>
    private async ValueTask Go()
    {
        bool keepsAllOut = !options.Rules.LocksApart && doors.Values.Any(door => door.Stage == DoorStage.Locked);
        foreach ((Door door, DoorState state) in doors)
        {
            if (state.Stage == DoorStage.Wanted && !keepsAllOut && await MayEnter(door))
                await Open(state);
        }

        await GoOnWithBackup();
    }

    private DoorState DoorOf(FilePath name) => doors[options.Doors.Of(name)!.Value.Door];
}
