using TwoDoors.Model.Automount;
using TwoDoors.Model.Backup;
using TwoDoors.Model.Multipath;
using TwoDoors.Model.World;
using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Kernel.Doors;

namespace TwoDoors.Sim.Scenarios.Autodir;

/// <summary>The automounter of Autodir: directories that appear when they are touched, backups that run when nobody
/// looks, two doors to the same room.</summary>
public sealed class AutodirSystem : ISystem
{
    private const byte Prefix = (byte)'.';
    private const int SecondsMax = 86_400;

    private static readonly FilePath Directory = "/auto"u8;
    private static readonly FilePath Real = "/real"u8;
    private static readonly FilePath State = "/state"u8;
    private static readonly FilePath Locks = "/locks"u8;

    private static readonly string[] Defects =
    [
        "backup-before-lock", "one-lock-for-both-doors", "launch-does-not-look", "owed-in-memory-only",
        "only-leader-awaited",
        "killed-at-once", "low-does-not-wait", "one-more-than-allowed",
    ];

    /// <inheritdoc/>
    public string Name => "autodir";

    /// <inheritdoc/>
    public Subject Build(ScenarioFile file)
    {
        Fields keys = file.Keys;
        DoorNames doors = new(keys.Number("doors", 1, 2, 1) == 2 ? Prefix : null);
        BackupOptions? backup = keys.Has("backup") ? Backup(keys.Section("backup")) : null;
        bool locks = keys.Flag("locks", false);
        IReadOnlyList<string> defects = keys.Words("defects", Defects);
        AutodirOptions options = new()
        {
            Directory = Directory,
            Module = new OwnerModule(new ModuleOptions { Real = Real, Level = 0 }, new OneOwner(default)),
            Backup = backup,
            State = State,
            Locks = locks ? Locks : (FilePath?)null,
            Doors = doors,
            Rules = Rules(defects),
            Timeout = TimeSpan.FromSeconds(keys.Flag("expires", true) ? 1 : 0),
        };
        AutodirPlan plan = new(
            options,
            Habits(keys.Section("programs")),
            [.. keys.Texts("visitors").Select(text => FilePath.Of(text.Text))],
            [.. keys.Texts("lockers").Select(text => Locks / (FilePath.Of(text.Text) + ".lock"))]);
        return file.Subject(
            new StartContent([Directory, Real, State, Locks], []),
            () => new AutodirLedger(options),
            (host, _) => new AutodirBoot(plan with { Options = Served(options, defects) }, (IMachine)host).Run(),
            AutodirProperties.Of(backup is null ? (FilePath?)null : State, locks),
            ["fsync(owed)", "fsync(new)", "fsync(home)", "fsync(index)"]) with
        {
            CommandsKernel = true,
        };
    }

    private static RoomRules Rules(IReadOnlyList<string> defects) => new()
    {
        LockBeforeBackup = !defects.Contains("backup-before-lock"),
        LocksApart = !defects.Contains("one-lock-for-both-doors"),
        LaunchLooks = !defects.Contains("launch-does-not-look"),
        OwedBeforeOpen = !defects.Contains("owed-in-memory-only"),
        WaitsForGroup = !defects.Contains("only-leader-awaited"),
        AsksFirst = !defects.Contains("killed-at-once"),
        KeepsLowWaiting = !defects.Contains("low-does-not-wait"),
    };

    /// <summary>What the daemon serves, where that is not what the claims are judged by.</summary>
    private static AutodirOptions Served(AutodirOptions options, IReadOnlyList<string> defects) =>
        options.Backup is BackupOptions backup && defects.Contains("one-more-than-allowed")
            ? options with { Backup = backup with { RunningMax = backup.RunningMax + 1 } }
            : options;

    private static BackupOptions Backup(Fields keys) => new()
    {
        Command = CommandTemplate.Parse("/bin/backup %L", "host"u8, out _)!,
        Wait = TimeSpan.FromSeconds(keys.Number("wait", 0, SecondsMax, 0)),
        RunningMax = keys.Number("running-max", 1, 1_000, 1),
        Life = TimeSpan.FromSeconds(keys.Number("life", 0, SecondsMax, 0)),
        LowWaits = keys.Flag("low-waits", false),
        KillsNone = keys.Flag("kills-none", false),
    };

    private static ProgramHabits Habits(Fields keys) => new()
    {
        MayIgnoreTerminate = keys.Flag("may-ignore-terminate", false),
        MayLeaveChild = keys.Flag("may-leave-child", false),
        FailuresMax = keys.Number("failures", 0, 1_000, 0),
        SpawnFailuresMax = keys.Number("spawn-failures", 0, 1_000, 0),
        Hangs = keys.Flag("hang", false),
        Locks = keys.Flag("lock", false) ? label => Locks / (label + ".lock") : null,
    };
}
