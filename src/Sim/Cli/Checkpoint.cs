using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Report;
using TwoDoors.Sim.Scenarios;

namespace TwoDoors.Sim.Cli;

/// <summary>Writes where an exploration stands to a file: now and then, when it is told to stop, and at the
/// end.</summary>
internal sealed class Checkpoint : IDisposable
{
    /// <summary>States are asked for this often, or more seldom where writing them takes long.</summary>
    private static readonly TimeSpan EveryLeast = TimeSpan.FromSeconds(10);

    /// <summary>Scenarios that answer later are in the next file.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Surroundings here;
    private readonly string path;
    private readonly CheckpointFile begin;
    private readonly StateKeeper[] keepers;
    private readonly CancellationTokenSource stop = new();
    private readonly IDisposable? signals;
    private TimeSpan every = EveryLeast;
    private long changed;
    private bool asked;

    private Checkpoint(Surroundings here, string path, CheckpointFile begin, StateKeeper[] keepers)
    {
        this.here = here;
        this.path = path;
        this.begin = begin;
        this.keepers = keepers;
        changed = here.Time.GetTimestamp();
        signals = here.Signals?.Invoke(stop.Cancel);
    }

    /// <summary>True once the user wants it to stop.</summary>
    public bool IsStopped => stop.IsCancellationRequested;

    /// <summary>The file is written once before anything is explored: what is wrong with it shows at once.</summary>
    /// <param name="here">What it may touch.</param>
    /// <param name="to">The file to write; null for the one that it goes on from.</param>
    /// <param name="from">The file to go on from; null to begin.</param>
    /// <param name="shard">Which part of each scenario is explored.</param>
    /// <param name="scenarios">What is explored.</param>
    /// <exception cref="ScenarioException">A file does not fit, or a strategy keeps no state.</exception>
    public static Checkpoint Open(
        Surroundings here, string? to, string? from, Shard shard, IReadOnlyList<Scenario> scenarios)
    {
        foreach (Scenario scenario in scenarios)
        {
            string strategy = scenario.File.Options.Strategy;
            if (Explorer.Learns(strategy))
            {
                throw new ScenarioException(
                    new($"strategy {strategy}", 0, 0),
                    $"learns from each execution of '{scenario.File.Name}', so it cannot be stopped and resumed");
            }
        }

        CheckpointFile begin = new(
            CheckpointFile.ThisProgram,
            shard,
            [.. scenarios.Select(one => new ScenarioState(SearchKey.Of(one), null))]);
        StateKeeper[] keepers = [.. begin.Scenarios.Select(_ => new StateKeeper(null))];
        if (from is not null)
        {
            CheckpointFile earlier = CheckpointFile.Read(from, RealFiles.Read(Path.Combine(here.Folder, from), from));
            earlier.Match(from, begin);
            keepers = [.. earlier.Scenarios.Select(one => new StateKeeper(one.State))];
        }

        Checkpoint made = new(here, to ?? from!, begin, keepers);
        made.Write();
        return made;
    }

    /// <summary>How a scenario is explored.</summary>
    /// <param name="scenario">Which one.</param>
    /// <param name="control">How, but for stopping and going on.</param>
    public ExploreControl Control(int scenario, ExploreControl control) =>
        control with { Stop = stop.Token, Keeper = keepers[scenario] };

    /// <summary>Writes if it is time; called now and then by the thread that explores nothing.</summary>
    public void Beat()
    {
        TimeSpan passed = here.Time.GetElapsedTime(changed);
        if (!IsStopped && passed < (asked ? Patience : every))
            return;
        if (!asked && !IsStopped)
        {
            foreach (StateKeeper keeper in keepers)
                keeper.Ask();
            asked = true;
            changed = here.Time.GetTimestamp();
        }
        else if (Array.Exists(keepers, keeper => keeper.IsFresh))
        {
            Write();
        }
    }

    /// <summary>Writes the state at the end.</summary>
    public void Write()
    {
        long before = here.Time.GetTimestamp();
        ScenarioState[] states = [.. begin.Scenarios.Zip(keepers, (one, keeper) => one with { State = keeper.Take() })];
        RealFiles.Replace(Path.Combine(here.Folder, path), path, (begin with { Scenarios = states }).Write() + "\n");
        changed = here.Time.GetTimestamp();
        asked = false;
        TimeSpan slow = 20 * here.Time.GetElapsedTime(before, changed);
        every = slow > EveryLeast ? slow : EveryLeast;
    }

    public void Dispose()
    {
        signals?.Dispose();
        stop.Dispose();
    }
}
