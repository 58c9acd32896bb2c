using System.CommandLine;
using System.Globalization;
using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Scenarios;

namespace TwoDoors.Sim.Cli;

/// <summary>The options that say which part of an exploration this machine does; where none is given, the variables of
/// Slurm's array jobs and of Kubernetes' indexed jobs do.</summary>
internal sealed class ShardOptions
{
    private const string SlurmTask = "SLURM_ARRAY_TASK_ID";
    private const string SlurmCount = "SLURM_ARRAY_TASK_COUNT";
    private const string SlurmMin = "SLURM_ARRAY_TASK_MIN";
    private const string SlurmStep = "SLURM_ARRAY_TASK_STEP";
    private const string KubernetesIndex = "JOB_COMPLETION_INDEX";
    private const string KubernetesCount = "JOB_COMPLETIONS";

    private readonly Option<string?> shard = new("--shard")
    {
        Description = $"Explores one part of N, I from 0. By default that of {SlurmTask} or {KubernetesIndex}, where "
            + "one is set; 0/1 is everything.",
        HelpName = "I/N",
    };

    private readonly Option<string?> shards = new("--shards")
    {
        Description = $"Of how many parts {KubernetesIndex} is one; {KubernetesCount} by default.",
        HelpName = "N",
    };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(shard);
        command.Add(shards);
    }

    /// <summary>The part, and where it comes from.</summary>
    /// <exception cref="ScenarioException">It makes no sense.</exception>
    public AskedShard Read(Surroundings here, ParseResult arguments)
    {
        if (arguments.GetValue(shard) is { } text)
            return new AskedShard(Parse(text), "--shard");
        if (here.Variable(SlurmTask) is { Length: > 0 } task)
        {
            long step = Variable(here, SlurmStep) ?? 1;
            long count = Variable(here, SlurmCount)
                ?? throw Wrong($"{SlurmTask}={task}", $"{SlurmCount} is not set; --shard I/N says which part this is");
            long first = Variable(here, SlurmMin) ?? 0;
            long index = (Whole(SlurmTask, task) - first) / Math.Max(1, step);
            return new AskedShard(Make(index, count, $"{SlurmTask}={task}"), SlurmTask);
        }

        if (here.Variable(KubernetesIndex) is { Length: > 0 } completion)
        {
            int? asked = ScenarioArguments.Whole("--shards", arguments.GetValue(shards), 1, int.MaxValue);
            string shown = $"{KubernetesIndex}={completion}";
            long count = asked ?? Variable(here, KubernetesCount)
                ?? throw Wrong(shown, $"of how many? --shards N or the variable {KubernetesCount} says it");
            return new AskedShard(Make(Whole(KubernetesIndex, completion), count, shown), KubernetesIndex);
        }

        return arguments.GetValue(shards) is { } parts
            ? throw Wrong($"--shards {parts}", $"which one? --shard I/N, or the variable {KubernetesIndex}, says it")
            : new AskedShard(Shard.Whole, null);
    }

    private static Shard Parse(string text)
    {
        string[] parts = text.Split('/');
        bool good = parts.Length == 2
            & int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            & int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            && index < count;
        return good
            ? new Shard(index, count)
            : throw Wrong($"--shard {text}", "expected I/N with I from 0 to N - 1, such as 0/4");
    }

    private static Shard Make(long index, long count, string shown) =>
        index >= 0 && index < count && count <= int.MaxValue
            ? new Shard((int)index, (int)count)
            : throw Wrong(shown, $"is not one of {count} parts that are numbered from 0; --shard I/N says which it is");

    private static long? Variable(Surroundings here, string name) =>
        here.Variable(name) is { Length: > 0 } text ? Whole(name, text) : null;

    private static long Whole(string name, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw Wrong($"{name}={text}", "expected a number");

    private static ScenarioException Wrong(string place, string mistake) => new(new(place, 0, 0), mistake);
}

/// <summary>Which part of an exploration is to be done here.</summary>
/// <param name="Shard">The part.</param>
/// <param name="From">The option or variable that says so; null where none does.</param>
internal sealed record AskedShard(Shard Shard, string? From)
{
    /// <summary>What the user is told first, or null.</summary>
    public string? Line => From is null or "--shard" ? null
        : $"part {Shard}, because {From} is set; --shard 0/1 explores everything";
}
