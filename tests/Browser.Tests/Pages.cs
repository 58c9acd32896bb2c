using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Disk;
using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Report;
using TwoDoors.Sim.Scenarios;

namespace TwoDoors.Browser.Tests;

/// <summary>The pages under test.</summary>
internal static class Pages
{
    /// <summary>A name that would run three times over if it were not text.</summary>
    public const string Hostile = "</code></title><script>window.owned=1</script><img src=x onerror=window.owned=2>\"'";

    private const string Publish =
        """
        scenario: recipe/publish
        claim: A file published by rename is there once it was acked, all of it.
        system: recipe
        disk: { profile: posix-min }
        faults: { crashes: any }
        given: { /d/: {}, /d/f: old }
        steps:
          - creat: { path: /d/t, as: t }
          - write: { to: t, text: { repeat: N, times: 600 } }
          - close: t
          - rename: { from: /d/t, to: /d/f }
          - ack: { /d/f: { repeat: N, times: 600 } }
        properties: [acked-survives: /d/f]
        expect: holds
        """;

    /// <summary>The page of two explorations that the explorer really made: one holds, one does not.</summary>
    public static string Exploration()
    {
        string holds = Publish
            .Replace("recipe/publish", "recipe/held", StringComparison.Ordinal)
            .Replace("- close", "- fsync: { file: t, point: fsync(t) }\n  - close", StringComparison.Ordinal)
            .Replace("- ack", "- fsync: { directory: /d, point: fsync(d) }\n  - ack", StringComparison.Ordinal);
        return HtmlVerdicts.Of([Explore("held.yaml", holds), Explore("publish.yaml", Publish)]);
    }

    /// <summary>The page of an execution of three activities with every kind of entry, in which a hostile name stands
    /// wherever a name can stand.</summary>
    public static string Execution()
    {
        FileLine kept = new("/A/", "");
        FileLine gone = new($"/A/{Hostile}", $"(9 bytes) {Hostile}");
        Timeline timeline = new(
            [
                Step(1, 1, "copier 1", $"open /A/{Hostile} write+create", "fd 3", $"name /A/{Hostile}"),
                Step(1, 2, "consumer", "stat /A/x", "ENOENT"),
                Step(1, 3, "copier 1", "write fd 3 9 bytes", "EIO", "bytes 0-511 of /A/x"),
                new(TraceKind.Pick, 1, 3, $"write {Hostile}", "EIO", "", [], [], null),
                Step(1, 4, "recovery", "fsync(d) /A", "Ok"),
                new(TraceKind.ProcessCrash, 1, 4, "host", "", "", [], [], null),
                Step(1, 5, "copier 1", "unlink /S/s1", "Ok") with { Outside = Hostile },
                new TimelineEntry(TraceKind.HostCrash, 1, 5, "host", "", "", ["bytes 0-511 of /A/x"],
                    [$"name /A/{Hostile}"], null) { Before = [kept, gone], After = [kept] },
                Step(2, 6, "recovery", "open /S read+directory", "fd 3"),
            ],
            "no-loss",
            Hostile,
            ["/A/"])
        {
            Start = [kept],
            End = [kept, gone],
        };
        return HtmlVerdicts.Of(Hostile, timeline, 0, $"traces/{Hostile}.json");
    }

    private static Explored Explore(string file, string text)
    {
        Scenario scenario = Scenario.Load(file, text, [], Systems.All);
        Verdict verdict = Explorer.Explore(scenario.Subject, scenario.File.Options);
        IEnumerable<Timeline> timelines =
            verdict.Violations.Select(found => Replayer.Replay(scenario.Subject, found.Trace).Timeline);
        return new Explored(scenario, verdict, [.. timelines], TimeSpan.Zero);
    }

    private static TimelineEntry Step(
        int boot, int step, string who, string what, string result, params string[] changed) =>
        new(TraceKind.Step, boot, step, who, what, result, changed, [], null)
        {
            At = new($"src/Model/{Hostile}.cs", step, 1),
        };
}
