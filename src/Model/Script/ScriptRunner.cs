using TwoDoors.Model.World;

namespace TwoDoors.Model.Script;

/// <summary>Makes the calls of a script in a world, and keeps what they answered.</summary>
public sealed class ScriptRunner
{
    private readonly IScriptWorld world;
    private readonly SortedDictionary<int, ScriptProcess> processes = [];

    private ScriptRunner(IScriptWorld world)
    {
        this.world = world;
        processes.Add(1, new ScriptProcess(world.Start(0, 0)));
    }

    /// <summary>Runs a script.</summary>
    /// <param name="script">What to do.</param>
    /// <param name="world">Made for this script.</param>
    public static async ValueTask<ScriptRun> Run(PosixScript script, IScriptWorld world)
    {
        ScriptRunner runner = new(world);
        List<ScriptStep> steps = new(script.Commands.Count);
        foreach (ScriptCommand command in script.Commands)
            steps.Add(await runner.Step(command));
        foreach (ScriptProcess process in runner.processes.Values)
            process.Process.End();
        return new ScriptRun(script, steps);
    }

    private async ValueTask<ScriptStep> Step(ScriptCommand command)
    {
        if (command.Verb == ScriptVerb.AddUserToGroup)
        {
            world.AddToGroup((int)command.Number, (int)command.Second);
            return Said(command, nameof(Errno.Ok));
        }

        bool runs = processes.TryGetValue(command.Process, out ScriptProcess? process);
        if (command.Verb == ScriptVerb.Create)
        {
            if (runs)
                return Said(command, "process exists");
            processes.Add(command.Process, new(world.Start((int)command.Number, (int)command.Second)));
            return Said(command, nameof(Errno.Ok));
        }

        if (!runs)
            return Said(command, "no such process");
        if (command.Verb == ScriptVerb.Destroy)
        {
            process!.Process.End();
            processes.Remove(command.Process);
            return Said(command, nameof(Errno.Ok));
        }

        if (command.Verb == ScriptVerb.Umask)
        {
            int former = process!.Process.SetUmask((int)command.Number);
            return Said(command, nameof(Errno.Ok), ScriptFact.Of("mask", TreeDump.Octal(former)));
        }

        return await ScriptCalls.Make(process!, command);
    }

    private static ScriptStep Said(ScriptCommand command, string answer, params ScriptFact[] facts) =>
        new(command, answer, facts);
}
