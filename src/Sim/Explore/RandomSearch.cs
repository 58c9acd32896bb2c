using TwoDoors.Model.Claims;
using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Explore.Resume;

namespace TwoDoors.Sim.Explore;

/// <summary>Sampling: each execution is a chain of boots, each but the last cut at a random boundary with
/// a random crash state. Execution number n of seed s is the same on every machine, whatever ran before it.</summary>
internal sealed class RandomSearch
{
    private readonly Laboratory lab;
    private readonly ExploreOptions options;
    private readonly Deadline deadline;
    private readonly IProgressListener? listener;
    private readonly SortedDictionary<string, Sighting> found = new(StringComparer.Ordinal);
    private readonly HashSet<Fingerprint> known = [];
    private readonly List<Fingerprint> states = [];
    private readonly Execution execution;
    private readonly RandomDriver driver;
    private long executions;
    private long runs;
    private long steps;
    private Fingerprint hash;
    private readonly ProgressionLog progression = new();

    public RandomSearch(Laboratory lab, ExploreOptions options, Deadline deadline, IProgressListener? listener)
    {
        this.lab = lab;
        this.options = options;
        this.deadline = deadline;
        this.listener = listener;
        execution = new Execution(lab);
        int length = BootLength.Of(lab);
        ITurnStrategy turns = options.Strategy == "random"
            ? new UniformTurns()
            : StrategyTurns.For(lab, options.Strategy, length);
        driver = new RandomDriver(lab, turns, length);
        execution.Crashed = Met;
    }

    /// <summary>The answers of the last execution.</summary>
    public AnswerTape Tape => driver.Tape;

    /// <summary>The hash of the last execution.</summary>
    public Fingerprint LastHash => execution.Hash;

    /// <summary>Samples until the budget ends, or the first violation where that is asked for.</summary>
    public Verdict Run()
    {
        long first = options.Shard.First(options.Executions);
        IStateKeeper? keeper = options.Control.Keeper;
        if (keeper?.Earlier is { } state)
            Resume(state);
        long end = options.Shard.End(options.Executions) ?? long.MaxValue;
        while (first + executions < end && !deadline.IsOver(executions)
            && !(options.StopAtFirst && found.Count > 0))
        {
            long number = first + executions;
            Broken? broken = Run(number);
            executions++;
            if (broken is not null)
                progression.Broke(broken.Property, executions);
            if (progression.Wants(executions))
                progression.Add(Sample());
            if (broken is not null && !found.ContainsKey(broken.Property))
                found.Add(broken.Property, new Sighting(Witness(broken, number), [(ulong)number]));
            if (keeper is { IsWanted: true })
                keeper.Save(State());
            if ((executions & 63) == 0)
                listener?.Report(Counts(), 0, 0, deadline.Part(executions * options.Shard.Count));
        }

        keeper?.Save(State());
        return PartJoin.Of(lab.Subject, options, [Part(first + executions == end)]);
    }

    /// <summary>Runs one execution.</summary>
    /// <param name="number">From 0.</param>
    /// <returns>The first claim that broke, or null.</returns>
    public Broken? Run(long number)
    {
        driver.Begin(SeedOf(options.Seed, number), number);
        Broken? broken = execution.Run(driver);
        runs += execution.Boots;
        steps += execution.Steps;
        hash = hash.Plus(execution.Hash);
        return broken;
    }

    /// <summary>The seed of an execution.</summary>
    internal static ulong SeedOf(ulong seed, long number) =>
        unchecked((seed * 0x9E3779B97F4A7C15) + (ulong)number);

    private byte[] State()
    {
        using StateWriter writer = new();
        writer.Number(executions);
        writer.Number(runs);
        writer.Number(steps);
        writer.Hash(hash);
        writer.All(states, state => writer.Hash(state));
        progression.Write(writer);
        writer.All([.. found], pair =>
        {
            writer.Text(pair.Key);
            writer.Number((long)pair.Value.Rank[0]);
        });
        return writer.ToArray();
    }

    /// <summary>Goes on from a state. Witnesses are made again from the numbers of their executions.</summary>
    private void Resume(byte[] state)
    {
        using StateReader reader = new(state);
        executions = reader.Number();
        runs = reader.Number();
        steps = reader.Number();
        hash = reader.Hash();
        foreach (Fingerprint met in reader.All(reader.Hash))
            Met(met);
        progression.Read(reader);
        for (int left = reader.Whole(); left > 0; left--)
        {
            string property = reader.Text();
            long number = reader.Number();
            driver.Begin(SeedOf(options.Seed, number), number);
            Broken broken = execution.Run(driver) is { } again && again.Property == property
                ? again
                : throw new InvalidOperationException($"Not deterministic: execution {number} broke {property}.");
            found.Add(property, new Sighting(Witness(broken, number), [(ulong)number]));
        }
    }

    private void Met(Fingerprint world)
    {
        if (known.Add(world))
            states.Add(world);
    }

    private SearchPart Part(bool whole) => new()
    {
        Shard = options.Shard,
        Samples = true,
        IsWhole = whole,
        Capped = false,
        Runs = runs,
        Steps = steps,
        Cuts = states.Count,
        CutsTotal = null,
        States = [states],
        Executions = executions,
        Ends = hash,
        Progression = progression.End(Sample()),
        Sightings = [.. found.Values],
        NeverMet = [],
    };

    private Sample Sample() => new(executions, states.Count, 0, states.Count);

    private Counts Counts() => new(states.Count, runs, steps, states.Count, double.PositiveInfinity, 0);

    /// <summary>The execution again, from its tape, and written down.</summary>
    private Violation Witness(Broken broken, long number)
    {
        Recorder? recorder = null;
        Fingerprint before = execution.Hash;
        execution.Run(new TapeDriver(driver.Tape), inner => recorder = Recorder.After(recorder, inner));
        if (execution.Hash != before)
        {
            throw new InvalidOperationException(
                "Not deterministic: an execution that was repeated from its tape went another way. Something iterates "
                + "over a hash set, keeps static state, or asks the real clock.");
        }

        int crashes = recorder!.Entries.Count(e => e.Kind is TraceKind.HostCrash or TraceKind.ProcessCrash);
        int lost = recorder.Entries.Sum(e => e.Lost.Count);
        Trace trace = recorder.ToTrace(lab.Subject, broken.Property, broken.Says) with
        {
            Tape = new TraceTape(options.Strategy, options.Seed, number, driver.Tape.ToString()),
        };
        return new Violation(
            broken.Property, broken.Says, crashes, Switches.Count(recorder.Entries), recorder.Steps, lost, trace);
    }
}
