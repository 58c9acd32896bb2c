using TwoDoors.Model.Claims;
using TwoDoors.Model.World;

namespace TwoDoors.Sim.Kernel.Doors;

/// <summary>What a program may do, besides ending well.</summary>
public sealed record ProgramHabits
{
    /// <summary>It may ignore SIGTERM.</summary>
    public bool MayIgnoreTerminate { get; init; }

    /// <summary>It may leave a child in its group that goes on for a while after its end.</summary>
    public bool MayLeaveChild { get; init; }

    /// <summary>How many may end with an error, in all.</summary>
    public int FailuresMax { get; init; }

    /// <summary>How many cannot be started, in all.</summary>
    public int SpawnFailuresMax { get; init; }

    /// <summary>It never ends by itself.</summary>
    public bool Hangs { get; init; }

    /// <summary>A lock file that it holds exclusively while it runs, by label; null: none.</summary>
    public Func<FilePath, FilePath?>? Locks { get; init; }
}

/// <summary>Programs and their groups.</summary>
internal sealed class SimPrograms(KernelDoors kernel) : IProcesses, IHashed
{
    private const int FirstGroup = 1000;

    private static readonly string[] StartedOrNot = ["started", "EAGAIN"];

    private readonly List<SimProgram> programs = [];
    private int spawnFailures;

    /// <summary>What they may do.</summary>
    public ProgramHabits Habits { get; set; } = new();

    /// <summary>How many have failed.</summary>
    public int Failures { get; set; }

    public void Clear()
    {
        programs.Clear();
        spawnFailures = 0;
        Failures = 0;
    }

    /// <summary>Who started them is gone.</summary>
    public void Orphan()
    {
        foreach (SimProgram program in programs)
            program.IsOurs = false;
    }

    public async ValueTask<Result<ProcessGroup>> Spawn(Launch command)
    {
        await kernel.Call("spawn", command.Label);
        if (spawnFailures < Habits.SpawnFailuresMax
            && kernel.Machine.Ask($"spawn for {command.Label}", StartedOrNot) == 1)
        {
            spawnFailures++;
            return kernel.Answer<Result<ProcessGroup>>(Errno.EAGAIN);
        }

        SimProgram program = new(kernel, command, new ProcessGroup(FirstGroup + programs.Count));
        programs.Add(program);
        kernel.Tell(HappeningKind.Spawned, command.Label, command.Arguments[^1], program.Group.Number);
        Result<ProcessGroup> group = kernel.Answer<Result<ProcessGroup>>(program.Group);
        program.Process = kernel.Machine
            .Start($"program {program.Group.Number}", host => program.Run((IMachine)host), outlives: true)
            .Calls;
        return group;
    }

    public async ValueTask<Result<ExitStatus>> Ended(ProcessGroup group)
    {
        SimProgram? program = Of(group);
        await kernel.Call(
            "end of", NameOf(group), () => program is null or { IsOurs: false } or { ExitCode: not null });
        return kernel.Answer(program is { IsOurs: true, ExitCode: int code }
            ? new ExitStatus(code)
            : new Result<ExitStatus>(Errno.ECHILD, default));
    }

    public async ValueTask<Errno> Emptied(ProcessGroup group)
    {
        SimProgram? program = Of(group);
        await kernel.Call("end of all of", NameOf(group), () => program is null or { IsEmpty: true });
        return kernel.Answer(Errno.Ok);
    }

    public async ValueTask<Errno> Reap(ProcessGroup group)
    {
        await kernel.Call("reap", NameOf(group));
        SimProgram? program = Of(group);
        if (program is not { IsOurs: true, ExitCode: not null, IsReaped: false })
        {
            if (program is { IsReaped: true })
                kernel.Tell(HappeningKind.Stray, program.Command.Label);
            return kernel.Answer(Errno.ECHILD);
        }

        program.IsReaped = true;
        return kernel.Answer(Errno.Ok);
    }

    public async ValueTask<Errno> Signal(ProcessGroup group, Signal signal)
    {
        await kernel.Call(signal == Model.World.Signal.Kill ? "kill" : "terminate", NameOf(group));
        SimProgram? program = Of(group);
        if (program is null)
            return kernel.Answer(Errno.ESRCH);
        kernel.Tell(
            program.IsReaped ? HappeningKind.Stray : HappeningKind.Signalled,
            program.Command.Label,
            default,
            (long)signal);
        bool isThere = !program.IsEmpty;
        program.Hear(signal);
        return kernel.Answer(isThere ? Errno.Ok : Errno.ESRCH);
    }

    public async ValueTask<Result<ProcessGroup?>> Find(FilePath label)
    {
        await kernel.Call("find", label);
        ProcessGroup? found = programs.Find(one => one.Command.Label == label && !one.IsEmpty)?.Group;
        return kernel.Answer(new Result<ProcessGroup?>(Errno.Ok, found));
    }

    public Fingerprint AddTo(Fingerprint sum)
    {
        foreach (SimProgram program in programs)
            sum = program.AddTo(sum);
        return sum.Add(spawnFailures).Add(Failures);
    }

    private SimProgram? Of(ProcessGroup group) => programs.Find(one => one.Group == group);

    private FilePath NameOf(ProcessGroup group) => Of(group)?.Command.Label ?? default;
}
