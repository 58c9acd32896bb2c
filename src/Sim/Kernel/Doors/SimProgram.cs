using TwoDoors.Model.Claims;
using TwoDoors.Model.World;
using TwoDoors.Sim.Kernel.Files;

namespace TwoDoors.Sim.Kernel.Doors;

/// <summary>One program: it begins its work, and ends when the schedule says so, or when a signal does.</summary>
internal sealed class SimProgram(KernelDoors kernel, Launch command, ProcessGroup group) : IHashed
{
    private const int FailedCode = 1;
    private const int TerminatedCode = 128 + 15;
    private const int KilledCode = 128 + 9;

    private static readonly string[] ObeysOrNot = ["ends", "goes on"];
    private static readonly string[] AloneOrNot = ["alone", "leaves a child"];
    private static readonly string[] GoodOrBad = ["exit 0", "exit 1"];

    private const int OwnerWrites = 0x1A4;

    private bool hasChild;
    private int? signalled;
    private FilePath? lockFile;

    public Launch Command => command;

    public ProcessGroup Group => group;

    public bool IsOurs { get; set; } = true;

    public bool IsReaped { get; set; }

    /// <summary>Its open files: closed when it ends.</summary>
    public FileCalls? Process { get; set; }

    public int? ExitCode { get; private set; }

    public bool IsEmpty => ExitCode is not null && !hasChild;

    private ProgramHabits Habits => kernel.Programs.Habits;

    /// <summary>The body of its activity.</summary>
    public async ValueTask Run(IMachine host)
    {
        if (!await HasLock(host))
            return;
        await kernel.Call("work of", command.Label, () => !Habits.Hangs || signalled is not null);
        if (ExitCode is null)
            End(EndByItself());
        kernel.Answer(Errno.Ok);
        if (!hasChild)
            return;
        await kernel.Call("work of the child of", command.Label);
        if (hasChild)
        {
            hasChild = false;
            Empty();
        }

        kernel.Answer(Errno.Ok);
    }

    /// <summary>A signal to the whole group.</summary>
    public void Hear(Signal signal)
    {
        hasChild = false;
        if (ExitCode is not null)
        {
            Empty();
            return;
        }

        bool ignores = signal == Signal.Terminate && Habits.MayIgnoreTerminate
            && kernel.Machine.Ask($"{command.Label} on SIGTERM", ObeysOrNot) == 1;
        if (ignores)
            return;
        signalled = signal == Signal.Kill ? KilledCode : TerminatedCode;
        End(signalled.Value);
    }

    public Fingerprint AddTo(Fingerprint sum) => sum
        .Add(group.Number)
        .Add(ExitCode ?? -1)
        .Add((hasChild ? 1L : 0L) + (IsReaped ? 2L : 0L) + (IsOurs ? 4L : 0L));

    private int EndByItself()
    {
        hasChild = Habits.MayLeaveChild && kernel.Machine.Ask($"{command.Label} ends", AloneOrNot) == 1;
        if (kernel.Programs.Failures >= Habits.FailuresMax
            || kernel.Machine.Ask($"{command.Label} ends with", GoodOrBad) == 0)
        {
            return 0;
        }

        kernel.Programs.Failures++;
        return FailedCode;
    }

    private void End(int code)
    {
        ExitCode = code;
        kernel.Tell(HappeningKind.Ended, command.Label, default, code);
        Empty();
        Process?.Exit();
        if (lockFile is FilePath path)
            kernel.Tell(HappeningKind.Unlocked, path);
        kernel.LooksAtLocks();
    }

    private void Empty()
    {
        if (!hasChild)
            kernel.Tell(HappeningKind.Emptied, command.Label);
    }

    /// <summary>A backup that cannot have its lock ends at once. Source: Autodir, "Backup locks".</summary>
    private async ValueTask<bool> HasLock(IMachine host)
    {
        if (Habits.Locks?.Invoke(command.Label) is not FilePath path)
            return true;
        Result<Handle> file = await host.Files.Open(path, OpenFlags.ReadWrite | OpenFlags.Create, OwnerWrites);
        bool isLocked = ExitCode is null && file.IsOk
            && await host.Files.Lock(file.Value, LockMode.Exclusive) == Errno.Ok;
        if (ExitCode is not null)
        {
            // A signal came first: what the step did after it is undone, as if there had been none.
            Process?.Exit();
            return false;
        }

        if (isLocked)
        {
            lockFile = path;
            kernel.Tell(HappeningKind.Locked, path);
        }
        else
        {
            End(FailedCode);
        }

        return isLocked;
    }
}
