using System.Text;
using TwoDoors.Model.Claims;
using TwoDoors.Model.World;
using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Explore.Threads;
using TwoDoors.Sim.Scenarios.Threads;

namespace TwoDoors.Sim.Scenarios;

/// <summary>A scenario as written: the keys that all systems share are read, the system's own are in
/// <see cref="Keys"/>.</summary>
public sealed class ScenarioFile
{
    private const int RoundsMax = 100_000;

    private ScenarioFile(
        string file, string text, Fields keys, IReadOnlyList<Setting> settings, Func<string, bool> hasHost)
    {
        File = file;
        TextHash = Fingerprint.Empty.Add(Encoding.UTF8.GetBytes(text)).ToString();
        Keys = keys;
        Settings = settings;
        NameAt = keys.Scalar("scenario");
        Name = IsName(NameAt.Text)
            ? NameAt.Text
            : throw keys.Wrong("scenario", $"expected a name such as spool/f1, found '{NameAt.Text}'");
        Claim = keys.Text("claim");
        Source = keys.TextOrNull("source");
        System = keys.Scalar("system");
        bool isHost = hasHost(System.Text);
        Disk = DiskKeys.Read(isHost ? keys.Section("disk") : new Fields(new Mapping(keys.At, [])));
        Faults = isHost ? FaultKeys.Read(keys.Section("faults")) : new FaultKeys(0, 0, []);
        ConvergesWithin = isHost ? (int?)keys.NumberOrNull("converges-within", 1, RoundsMax) : null;
        Options = isHost ? ExploreKeys.Read(keys.Section("explore")) : ThreadKeys.Read(keys);
        Expect = Expectation.Read(keys);
        ExpectAt = keys.Node("expect", "a verdict").At;
        Twins = keys.Texts("twin");
        keys.Has("properties");
        if (isHost)
            keys.Has("without-syncs");
    }

    /// <summary>Its path as the user gave it.</summary>
    public string File { get; }

    /// <summary>Equal for equal texts: the parts of an exploration must be of the same.</summary>
    public string TextHash { get; }

    /// <summary>All keys. A system reads its own here; a key that nobody reads is an error.</summary>
    public Fields Keys { get; }

    /// <summary>Its name, such as spool/f1: the path of its report.</summary>
    public string Name { get; }

    /// <summary>The claim, one sentence.</summary>
    public string Claim { get; }

    /// <summary>Where the claim comes from, or null.</summary>
    public string? Source { get; }

    /// <summary>The name of the system, with its place.</summary>
    public Scalar System { get; }

    /// <summary>The disk.</summary>
    public DiskKeys Disk { get; }

    /// <summary>What may break.</summary>
    public FaultKeys Faults { get; }

    /// <summary>So many rounds after everything that goes wrong a boot has ended; null for no such promise.</summary>
    public int? ConvergesWithin { get; }

    /// <summary>How to explore.</summary>
    public ExploreOptions Options { get; }

    /// <summary>The verdict that was reviewed.</summary>
    public Expectation Expect { get; }

    /// <summary>Where <see cref="Expect"/> is written.</summary>
    public Position ExpectAt { get; }

    /// <summary>The broken twin of a scenario that holds, or what a broken one is the twin of.</summary>
    public IReadOnlyList<Scalar> Twins { get; }

    /// <summary>What was set from outside.</summary>
    public IReadOnlyList<Setting> Settings { get; }

    /// <summary>The value of the key <c>scenario</c>, with its place.</summary>
    public Scalar NameAt { get; }

    /// <summary>Reads a scenario.</summary>
    /// <param name="file">Its path, for messages.</param>
    /// <param name="text">Its content.</param>
    /// <param name="settings">Keys set from outside, applied in order.</param>
    /// <param name="hasHost">Says of the name of a system whether it has a disk, crashes and faults; null: all
    /// have.</param>
    /// <exception cref="ScenarioException">There is a mistake in it.</exception>
    public static ScenarioFile Parse(
        string file, string text, IReadOnlyList<Setting> settings, Func<string, bool>? hasHost = null)
    {
        Mapping document = Document.Parse(file, text);
        foreach (Setting setting in settings)
            document = setting.Apply(document);
        return new ScenarioFile(file, text, new Fields(document), settings, hasHost ?? (_ => true));
    }

    /// <summary>The subject, filled in with all that the common keys say.</summary>
    /// <param name="content">Directories and files at the start, parents first; they are put on the mounts of
    /// <c>disk.mounts</c>.</param>
    /// <param name="newLedger">A new ledger.</param>
    /// <param name="boot">What runs after every start.</param>
    /// <param name="claims">All claims of the system; the key <c>properties</c> selects, all by default.</param>
    /// <param name="syncs">Names of the protocol's sync points, which <c>without-syncs</c> may name.</param>
    /// <param name="writtenOut">True where the key <c>properties</c> selects no claims by name, because the system read
    /// the claims themselves from it.</param>
    /// <exception cref="ScenarioException">A name is not one of the system's.</exception>
    public Subject Subject(
        StartContent content,
        Func<ILedger> newLedger,
        Func<IHost, Choice.IChoices, ValueTask> boot,
        IReadOnlyList<Property> claims,
        IReadOnlyList<string> syncs,
        bool writtenOut = false) => new()
        {
            Name = Name,
            Settings = InForce(),
            Mounts = content.On(Disk.Mounts),
            Profile = Disk.Profile,
            NewLedger = newLedger,
            Boot = boot,
            Properties = Claims(claims, writtenOut),
            ConvergesWithin = ConvergesWithin,
            HostCrashes = Faults.Crashes,
            ProcessCrashes = Faults.ProcessCrashes,
            Faults = Faults.Counts,
            WithoutSyncs = Keys.Words("without-syncs", syncs),
            FsyncFailure = Disk.FsyncFailure,
            SectorBytes = Disk.SectorBytes,
            WholeWrites = Disk.WholeWrites,
            ReuseInodes = Disk.ReuseInodes,
            IgnoreInodeNumbers = Disk.IgnoreInodeNumbers,
            MountOptions = Disk.MountOptions,
        };

    /// <summary>The subject of a system without a host.</summary>
    /// <param name="program">What runs.</param>
    /// <param name="claims">All claims; the key <c>properties</c> selects, all by default.</param>
    /// <exception cref="ScenarioException">A claim is not one of these.</exception>
    public Subject SubjectOf(ThreadProgram program, IReadOnlyList<Property> claims)
    {
        List<Property> chosen = Claims(claims, writtenOut: false);
        return ThreadSubject.Of(Name, ThreadSubject.OnlyFor(program, chosen), chosen, InForce());
    }

    private List<Property> Claims(IReadOnlyList<Property> claims, bool writtenOut)
    {
        string[] names = [.. claims.Select(claim => claim.Name)];
        IReadOnlyList<string> wanted = writtenOut ? [] : Keys.Words("properties", names);
        List<Property> chosen = [.. claims.Where(claim => wanted.Count == 0 || wanted.Contains(claim.Name))];
        if (ConvergesWithin is { } rounds)
            chosen.Add(Failures.Convergence(rounds));
        foreach (string name in Expect.Violates)
        {
            if (chosen.All(claim => claim.Name != name))
            {
                string hint = Nearest.Hint(name, [.. chosen.Select(claim => claim.Name)]);
                throw Keys.Wrong("expect", $"'{name}' is not among the properties{hint}");
            }
        }

        return chosen;
    }

    private List<KeyValuePair<string, string>> InForce()
    {
        SortedDictionary<string, string> inForce = new(StringComparer.Ordinal);
        foreach (Setting setting in Settings)
        {
            // How a search goes changes no execution, so a trace need not carry it.
            if (!setting.Path.StartsWith("explore.", StringComparison.Ordinal))
                inForce[setting.Path] = setting.Value;
        }

        return [.. inForce];
    }

    private static bool IsName(string text) => text.Split('/').All(part => part.Length > 0 && part.All(IsNameLetter));

    private static bool IsNameLetter(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-';
}
