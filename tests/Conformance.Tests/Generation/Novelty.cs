using TwoDoors.Model.Script;
using TwoDoors.Model.World;
using TwoDoors.Sim.Kernel.Files;

namespace TwoDoors.Conformance.Tests.Generation;

/// <summary>What each call of a script exercises: the call and its answer, what stood at its paths or handle before
/// it, how the paths were written, and whether root made it.</summary>
internal static class Novelty
{
    /// <summary>One key for each call.</summary>
    internal static List<string> Keys(PosixScript script)
    {
        List<ScriptCommand> probed = [];
        foreach (ScriptCommand command in script.Commands)
        {
            probed.Add(Probe(command, command.Path));
            probed.Add(Probe(command, command.Other));
            probed.Add(command);
        }

        PosixScript probing = script with { Commands = probed };
        ScriptRun run = ScriptRunner.Run(probing, new SimScriptWorld()).AsTask().GetAwaiter().GetResult();
        List<string> keys = [];
        for (int i = 2; i < run.Steps.Count; i += 3)
            keys.Add(Key(run.Steps[i - 2], run.Steps[i - 1], run.Steps[i]));
        return keys;
    }

    /// <summary>The part of a key that every kept set of scripts should cover first: the call and its answer.</summary>
    internal static string Coarse(string key) => key[..key.IndexOf('|', StringComparison.Ordinal)];

    private static ScriptCommand Probe(ScriptCommand command, FilePath path) => new()
    {
        Line = command.Line,
        Process = command.Process,
        Verb = command.File is not null && path.Length == 0 ? ScriptVerb.StatHandle : ScriptVerb.LinkStat,
        File = command.File,
        Path = path,
        Text = "",
    };

    private static string Key(ScriptStep first, ScriptStep second, ScriptStep step)
    {
        ScriptCommand command = step.Command;
        string by = command.Process == 1 ? "root" : "user";
        string seen = Seen(first, command.Path);
        string seenOther = Seen(second, command.Other);
        return $"{command.Verb} {step.Answer}|{by} {command.Flags} {seen} {seenOther}{Moved(step)}";
    }

    /// <summary>How much was read or written, and where a position went.</summary>
    private static string Moved(ScriptStep step) =>
        step.Command.Verb is ScriptVerb.Read or ScriptVerb.ReadAt or ScriptVerb.Write or ScriptVerb.WriteAt
            or ScriptVerb.Seek && step.Facts.Count > 0
            ? $" {step.Facts[0].Text?.Length} {step.Facts[0].Number}" : "";

    private static string Seen(ScriptStep probe, FilePath path)
    {
        string kind = probe.Facts.Count > 0 ? probe.Facts[0].Text! : probe.Answer;
        return path.Length > 1 && path.Bytes[^1] == (byte)'/' ? kind + "/" : kind;
    }
}
