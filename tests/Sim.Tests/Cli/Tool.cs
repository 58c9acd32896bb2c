using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Cli;
using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Scenarios;
using TwoDoors.Sim.Tests.Scenarios;

namespace TwoDoors.Sim.Tests.Cli;

/// <summary>The command line in a directory of its own, with an engine that answers at once: it finds no-loss broken
/// where the scenario's variant says as-written, and runs out of budget where one is set.</summary>
internal sealed class Tool : IDisposable
{
    public static readonly Trace Witness = new(
        "tiny/bad",
        [],
        "no-loss",
        "m1 is in no queue",
        [
            TraceEntry.Step("copier", "unlink /S/m1"),
            TraceEntry.Pick("consumer", "runs"),
            new TraceEntry(TraceKind.HostCrash, "host", "", ["link /A/m1"]),
        ]);

    private static readonly string Bad = TinySystem.Good
        .Replace("tiny/good", "tiny/bad", StringComparison.Ordinal)
        .Replace("durable", "as-written", StringComparison.Ordinal)
        .Replace("holds", "{ violates: no-loss }", StringComparison.Ordinal);

    private readonly bool isOurs;

    public Tool(string folder) => Folder = folder;

    public Tool()
    {
        isOurs = true;
        Folder = Directory.CreateTempSubdirectory("twodoors").FullName;
        Write("scenarios/tiny/good.yaml", TinySystem.Good + "\ntwin: tiny/bad\n");
        Write("scenarios/tiny/bad.yaml", Bad + "\n");
    }

    public static Verdict Holds { get; } =
        new(Outcome.Holds, true, null, false, new Counts(82, 100, 1234, 5678, 5678, 0), [], "cafe", 0);

    public string Folder { get; }

    public string Out { get; private set; } = "";

    public string Error { get; private set; } = "";

    public bool IsGithub { get; set; }

    public Engine Engine { get; set; } = new()
    {
        Explore = Explore,
        Replay = (_, trace) => new ReplayResult(Timeline(trace), null),
        Minimize = (_, trace) => new Minimized(
            trace with { Entries = [trace.Entries[0], trace.Entries[2]] }, new Minimality(7, 3, IsProved: true)),
        Deterministic = (subject, _) => new EngineCheckResult($"{subject.Name}: twice", true, "a a"),
        Sound = (subject, _, _) => new EngineCheckResult($"{subject.Name}: plain", true, "b b"),
    };

    public IReadOnlyList<ISystem> Systems { get; set; } = [new TinySystem()];

    public Func<string, string?> Variable { get; set; } = _ => null;

    public Func<Action, IDisposable>? Signals { get; set; }

    public int Run(params string[] arguments)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        int code = EntryPoint.Run(arguments, new Surroundings
        {
            Out = output,
            Error = error,
            IsTerminal = false,
            Folder = Folder,
            Processors = 2,
            IsGithub = IsGithub,
            Systems = Systems,
            Engine = Engine,
            Variable = Variable,
            Signals = Signals,
        });
        Out = output.ToString().ReplaceLineEndings("\n");
        Error = error.ToString().ReplaceLineEndings("\n");
        return code;
    }

    public void Write(string path, string text)
    {
        string whole = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(whole)!);
        File.WriteAllText(whole, text);
    }

    public void Replace(string path, string old, string with) =>
        Write(path, Read(path).Replace(old, with, StringComparison.Ordinal));

    public string Read(string path) => File.ReadAllText(Path.Combine(Folder, path));

    public void Dispose()
    {
        if (isOurs)
            Directory.Delete(Folder, recursive: true);
    }

    private static Verdict Explore(Subject subject, ExploreOptions options, IProgressListener? listener)
    {
        listener?.Report(Holds.Counts, 0, 3);
        if (options.Budget is not null)
            return Holds with { Outcome = Outcome.NotViolated, Closed = false };
        bool broken = subject.Mounts[1].Files[0].Value is [(byte)'a', ..];
        Trace trace = Witness with { Scenario = subject.Name, Settings = subject.Settings };
        return broken
            ? Holds with
            {
                Outcome = Outcome.Violates,
                Violations = [new Violation("no-loss", Witness.Says!, 1, 0, 1, 1, trace)],
            }
            : Holds;
    }

    private static Timeline Timeline(Trace trace) => new(
        [
            new TimelineEntry(TraceKind.Step, 1, 1, "copier", "unlink /S/m1", "ok", ["unlink /S/m1"], [], null),
            new TimelineEntry(TraceKind.HostCrash, 1, 1, "host", "", "", ["unlink /S/m1"], ["link /A/m1"], null),
            new TimelineEntry(TraceKind.Step, 2, 2, "recovery", "opendir /S", "ok", [], [], "m1 was handed over"),
        ],
        trace.Violates,
        trace.Says,
        ["/A/", "/S/"]);
}
