using TwoDoors.Model.Claims;
using TwoDoors.Sim.Explore.Resume;

namespace TwoDoors.Sim.Explore;

/// <summary>Expands every reachable state after a crash, breadth first in the number of host crashes, until there is no
/// new one (then the verdict is for any number of crashes) or the bound is reached.</summary>
/// <remarks>States are expanded in rounds. In a round the workers share nothing that changes; after it, what they found
/// is joined by rules that know no order, so the result is the same for any number of workers.</remarks>
internal sealed class ExhaustiveSearch
{
    /// <summary>Most states of a round: many, so that nobody waits long at its end; not more, because what one worker
    /// finds in a round the others find again.</summary>
    private const int RoundMax = 512;

    private readonly Laboratory lab;
    private readonly ExploreOptions options;
    private readonly SearchRules rules;
    private readonly Deadline deadline;
    private readonly IProgressListener? listener;
    private readonly StateTable table;
    private readonly Workers? workers;
    private readonly Expander?[] crew;
    private readonly ProgressionLog progression = new();
    private readonly IStateKeeper? keeper;
    private Earlier earlier;
    private int expanded;
    private long runs;

    /// <summary>True while one state is expanded and no other: what is counted then depends on nobody else.</summary>
    private bool alone;

    /// <summary>True when the last round was not done whole: its state is the one before it.</summary>
    private bool isCutShort;

    public ExhaustiveSearch(
        Laboratory lab, ExploreOptions options, SearchRules rules, Deadline deadline, IProgressListener? listener)
    {
        this.lab = lab;
        this.options = options;
        this.rules = rules;
        this.deadline = deadline;
        this.listener = listener;
        table = new StateTable(options.Shard);

        // A number of executions ends the search in the middle of a round: who comes first must then be certain.
        workers = options.Executions is null ? options.Control.Workers : null;
        crew = new Expander?[workers?.Count ?? 1];
        crew[0] = new Expander(lab, table, rules);
        keeper = options.Control.Keeper;
        earlier = new Earlier(default, [], [.. lab.Claims.NeverMet.Select(claim => claim.Name)], 0, 0, 0);
    }

    /// <summary>The states met, for tests that compare searches.</summary>
    public StateTable Table => table;

    /// <summary>Explores.</summary>
    public Verdict Run()
    {
        if (keeper?.Earlier is { } state)
            Resume(state);
        else
            Begin();
        bool whole = !IsEnough;
        while (whole && table.Next() is { Count: > 0 } level)
            whole = Explore(level);
        if (!isCutShort)
            keeper?.Save(State(Head()));
        return PartJoin.Of(lab.Subject, options, [Part(whole)]);
    }

    /// <summary>The worlds in which boots ended, if the rules keep them.</summary>
    public DistinctWorlds Ends()
    {
        DistinctWorlds all = new();
        foreach (Expander expander in Crew)
            all.Add(expander.Log.Ends);
        return all;
    }

    private IEnumerable<Expander> Crew => crew.OfType<Expander>();

    private IEnumerable<Finding> Findings =>
        earlier.Findings.Concat(Crew.SelectMany(expander => expander.Log.Findings));

    private Tally Tally => Crew.Aggregate(earlier.Tally, (sum, expander) => sum.Plus(expander.Log.All));

    private long CutsNow => earlier.Tally.Cuts + Crew.Sum(expander => expander.Log.Cuts);

    private double Done => earlier.Done + Crew.Sum(expander => expander.Done);

    private bool IsEnough => options.StopAtFirst && Findings.Any();

    private void Begin()
    {
        WorldState start = lab.Start;
        Origin origin = new(-1, [], 0, [], 0, default);
        table.Add(new StateEntry(start.Fingerprint, 0, origin) { IsWaiting = true, World = start, Weight = 1 });
    }

    private void Resume(byte[] state)
    {
        using StateReader reader = new(state);
        using StateReader head = new(reader.Bytes());
        earlier = Earlier.Read(head);
        expanded = earlier.Expanded;
        runs = earlier.Runs;
        progression.Read(head);
        TableState.Read(reader, table);
    }

    /// <summary>All that a round changes before it is published.</summary>
    private byte[] Head()
    {
        using StateWriter writer = new();
        string[] neverMet = [.. NeverMet().Select(claim => claim.Name)];
        new Earlier(Tally, [.. First()], neverMet, Done, expanded, runs).Write(writer);
        progression.Write(writer);
        return writer.ToArray();
    }

    private byte[] State(byte[] head)
    {
        using StateWriter writer = new();
        writer.Bytes(head);
        TableState.Write(writer, table);
        return writer.ToArray();
    }

    private bool Explore(IReadOnlyList<int> level)
    {
        for (int from = 0; from < level.Count;)
        {
            int count = Math.Min(level.Count - from, Math.Clamp(expanded, 1, RoundMax));
            if (!Round([.. level.Skip(from).Take(count)]) || IsEnough)
                return false;
            from += count;
        }

        return true;
    }

    /// <summary>Expands some states.</summary>
    /// <returns>False when the search has to end.</returns>
    private bool Round(int[] states)
    {
        Expansion?[] done = new Expansion?[states.Length];
        byte[]? before = keeper is null ? null : Head();
        alone = states.Length == 1;
        foreach (Expander expander in Crew)
            expander.Found.Begin();
        if (workers is null)
        {
            for (int i = 0; i < states.Length; i++)
                done[i] = Expand(crew[0]!, states[i]);
        }
        else
        {
            workers.Each(states.Length, (place, i) =>
            {
                Expander expander = crew[place] ??= new Expander(new Laboratory(lab.Subject), table, rules);
                done[i] = Expand(expander, states[i]);
            });
        }

        alone = false;
        bool whole = Array.TrueForAll(done, one => one is { Whole: true });
        isCutShort = !whole;

        // What a part of a round found cannot be told from what the rest would find: all of it is done again.
        if (before is not null && !whole)
            keeper!.Save(State(before));
        foreach (Expander expander in Crew)
            expander.Found.Publish();
        for (int i = 0; i < states.Length; i++)
            Note(states[i], done[i]);
        if (progression.Wants(runs))
            progression.Add(Sample());
        if (whole && keeper is { IsWanted: true })
            keeper.Save(State(Head()));
        return whole;
    }

    private Expansion? Expand(Expander expander, int state)
    {
        StateEntry entry = table[state];
        bool mayCrash = lab.Subject.HostCrashes is null || entry.Level < lab.Subject.HostCrashes;
        if (expander == crew[0])
            Report(entry.Level);
        return deadline.IsOver(earlier.Tally.Runs + expander.Log.Runs)
            ? null
            : expander.Expand(state, entry, mayCrash, () => GoOn(expander));
    }

    private bool GoOn(Expander expander)
    {
        if (expander == crew[0] && (expander.Log.Runs & 15) == 0)
            Report(0);
        if (alone && progression.Wants(runs + crew[0]!.Log.RunsNow))
            progression.Add(Sample());
        return !deadline.IsOver(earlier.Tally.Runs + expander.Log.Runs);
    }

    /// <summary>Counts in the order of the states, as if one after another had been expanded.</summary>
    private void Note(int state, Expansion? expansion)
    {
        if (expansion is null)
            return;
        foreach (FirstBroken broken in expansion.Broken)
            progression.Broke(broken.Property, runs + broken.Runs);
        runs += expansion.Runs;
        if (!expansion.Whole)
            return;
        table.Expanded(state);
        expanded++;
    }

    private Sample Sample() => new(
        runs + (alone ? crew[0]!.Log.RunsNow : 0),
        table.Count + (alone ? crew[0]!.Found.Count : 0),
        expanded,
        CutsNow);

    private void Report(int level)
    {
        if (listener is null)
            return;

        // Of the others, who go on meanwhile, only numbers are read: they may be a little old.
        int states = table.Count + Crew.Sum(expander => expander.Found.Count);
        int waiting = table.Waiting + Crew.Sum(expander => expander.Found.Waiting);
        long cuts = CutsNow;
        Counts counts = new(
            states,
            earlier.Tally.Runs + Crew.Sum(expander => expander.Log.Runs),
            earlier.Tally.Steps + Crew.Sum(expander => expander.Log.Steps),
            cuts,
            cuts,
            0);

        // The weights alone would promise too much: breadth first, what few states lead to many others comes late. That
        // the states which wait are there is known.
        double weighed = crew[0]!.Doing + Done;
        listener.Report(counts, level, waiting, Math.Min(weighed, (double)(states - waiting + 1) / (states + 1)));
    }

    private SearchPart Part(bool whole)
    {
        Tally tally = Tally;
        WitnessBuilder witnesses = new(lab, table);
        return new SearchPart
        {
            Shard = options.Shard,
            Samples = false,
            IsWhole = whole,
            Capped = tally.Capped,
            Runs = tally.Runs,
            Steps = tally.Steps,
            Cuts = tally.Cuts,
            CutsTotal = tally.CutsTotal,
            States = table.Levels(),
            Progression = progression.End(Sample()),
            Sightings = [.. First().Select(one => new Sighting(witnesses.Build(one), Rank.Of(one, table)))],
            NeverMet = [.. NeverMet().Select(property => property.Name)],
        };
    }

    /// <summary>The finding of each claim that comes first among those of all workers.</summary>
    private IEnumerable<Finding> First() => Findings
        .GroupBy(finding => finding.Property)
        .Select(group => group.Aggregate((best, next) =>
            Rank.Compare(Rank.Of(next, table), Rank.Of(best, table)) < 0 ? next : best));

    private IEnumerable<Property> NeverMet() => lab.Claims.NeverMet
        .Where(property => earlier.NeverMet.Contains(property.Name))
        .Where(property => Crew.All(expander => expander.Lab.Claims.NeverMet.Contains(property)));
}
