using System.CommandLine;
using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Report;
using TwoDoors.Sim.Scenarios;

namespace TwoDoors.Sim.Cli;

/// <summary><c>twodoors synthesize</c>.</summary>
internal sealed class SynthesizeCommand : ExampleCommand
{
    private const long ExecutionsMax = 20_000;

    private const string Examples =
        """
        twodoors synthesize recipe/publish-by-rename
        twodoors synthesize spool/f1/on-posix-min --among copier --profiles posix-min,ext4-ordered,btrfs
        twodoors synthesize recipe/qmail-enqueue-fsynced --property acked-survives --json smallest.json
        twodoors synthesize recipe/publish-by-rename --every --budget 10s --quiet
        """;

    private readonly Argument<string> scenario = new("SCENARIO")
    {
        Description = "A scenario's name or file.",
    };

    private readonly Option<string?> profiles = ProfileOption.Make();

    private readonly Option<string?> among = new("--among")
    {
        Description = "Only these syncs may go: points, or parts such as copier; all by default.",
        HelpName = "A,B,C",
    };

    private readonly Option<string?> property = new("--property")
    {
        Description = "Only this claim has to hold; all of the scenario's by default.",
        HelpName = "NAME",
    };

    private readonly Option<string?> budget = new("--budget")
    {
        Description = $"Most time for each exploration, such as 30s; {ExecutionsMax} executions by default.",
        HelpName = "TIME",
    };

    private readonly Option<bool> every = new("--every")
    {
        Description = "Explores every smaller set, instead of concluding from those that leave out less.",
    };

    private readonly Option<string[]> set = ScenarioArguments.Set();

    private readonly Option<string?> json = new("--json")
    {
        Description = "Writes the sets as JSON (docs/json.md); - for standard output.",
        HelpName = "FILE",
    };

    private readonly Option<bool> quiet = new("--quiet") { Description = "Shows no progress." };

    /// <summary>Makes the command.</summary>
    public SynthesizeCommand(Surroundings here)
        : base("synthesize", "Searches the smallest set of syncs with which a scenario holds.", Examples, here)
    {
        Add(scenario);
        foreach (Option option in new Option[] { profiles, among, property, budget, every, set, json, quiet })
            Add(option);
    }

    /// <inheritdoc/>
    protected override int Run(ParseResult arguments)
    {
        IReadOnlyList<string> columns = ProfileOption.Of(arguments, profiles);
        Scenario asked = ScenarioSet.OneWithHost(Here, arguments.GetValue(scenario) ?? "", Settings(arguments));
        Subject subject = OneClaim(asked.Subject, arguments.GetValue(property));
        string[] free = Among(subject, arguments.GetValue(among));
        if (subject.Syncs.Count(point => free.Length == 0 || Matches(free, point)) > SyncSearch.PointsMax)
        {
            throw new ScenarioException(
                asked.File.NameAt.At,
                $"{asked.File.Name} has more than {SyncSearch.PointsMax} syncs; --among says which may go");
        }

        string? file = arguments.GetValue(json);
        SyncSynthesis[] searches = new SyncSynthesis[columns.Count];
        ScenarioProgress[] progress =
            [.. columns.Select(profile => new ScenarioProgress($"{asked.File.Name} on {profile}", Here.Time))];
        for (int i = 0; i < columns.Count; i++)
        {
            ScenarioProgress one = progress[i];
            searches[i] = new SyncSynthesis(subject, columns[i], free, tried => Explore(asked, tried, one));
        }

        Synthesis[] found = new Synthesis[columns.Count];
        Action[] jobs = [.. searches.Select((search, i) => (Action)(() =>
        {
            progress[i].Begin();
            found[i] = search.Find(arguments.GetValue(every));
            progress[i].End();
        }))];
        ProgressDisplay display = new(Here, file == "-" || arguments.GetValue(quiet));
        display.Run(new Workers(Here.Processors), jobs, progress);

        if (file == "-")
            Here.Out.WriteLine(JsonSynthesis.Of(asked.File.Name, found));
        else
            SynthesisPrinter.Print(Here, found);
        if (file is not null and not "-")
            RealFiles.Write(Path.Combine(Here.Folder, file), file, JsonSynthesis.Of(asked.File.Name, found) + "\n");
        return found.All(one => one.IsProven) ? ExitCode.Expected : ExitCode.BudgetEnded;
    }

    private static bool Matches(IReadOnlyList<string> among, SyncPoint point) =>
        among.Contains(point.Name) || among.Contains(point.Part);

    private IReadOnlyList<Setting> Settings(ParseResult arguments)
    {
        IReadOnlyList<Setting> settings = ScenarioArguments.Settings(arguments, set);
        return arguments.GetValue(budget) is { } time
            ? [.. settings, new Setting($"--budget {time}", "explore.budget", time)]
            : settings;
    }

    private static Subject OneClaim(Subject subject, string? name)
    {
        if (name is null)
            return subject;
        string[] known = [.. subject.Properties.Select(claim => claim.Name)];
        return known.Contains(name)
            ? subject with { Properties = [.. subject.Properties.Where(claim => claim.Name == name)] }
            : throw new ScenarioException(
                new($"--property {name}", 0, 0), $"no claim '{name}'{Nearest.Hint(name, known)}");
    }

    private static string[] Among(Subject subject, string? asked)
    {
        if (asked is null)
            return [];
        string[] known =
        [
            .. subject.Syncs.Select(point => point.Part).Distinct(), .. subject.Syncs.Select(point => point.Name),
        ];
        string[] words = asked.Split(',', StringSplitOptions.TrimEntries);
        foreach (string word in words)
        {
            if (!known.Contains(word))
            {
                string hint = Nearest.Hint(word, known);
                throw new ScenarioException(new($"--among {asked}", 0, 0), $"no sync and no part '{word}'{hint}");
            }
        }

        return words;
    }

    private Verdict Explore(Scenario scenario, Subject subject, ScenarioProgress progress)
    {
        ExploreOptions own = scenario.File.Options;
        bool unlimited = own.Budget is null && own.Executions is null;
        IEnumerable<string> leftOut = subject.WithoutSyncs.Except(scenario.Subject.WithoutSyncs);
        progress.Try(subject.WithoutSyncs.Count == 0 ? "" : $" without {string.Join(", ", leftOut)}");
        return Here.Engine.Explore(
            subject,
            own with
            {
                Strategy = "exhaustive",
                StopAtFirst = true,
                Executions = unlimited ? ExecutionsMax : own.Executions,
            },
            progress);
    }
}
