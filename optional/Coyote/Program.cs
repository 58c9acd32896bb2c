using System.Globalization;
using TwoDoors.Optional.Coyote;
using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Explore.Programs;
using TwoDoors.Sim.Explore.Threads;
using TwoDoors.Sim.Scenarios;

// explore PROGRAM [NUMBERS] or SCENARIO.yaml [--strategy S] [--iterations N] [--seed S] [--choose ints|pump]
// replay PROGRAM [NUMBERS] or SCENARIO.yaml [--trace FILE]
List<string> words = [.. args];
string Option(string name, string usual)
{
    int at = words.IndexOf(name);
    if (at < 0)
        return usual;
    string value = at + 1 < words.Count ? words[at + 1] : throw new ArgumentException($"{name} needs a value");
    words.RemoveRange(at, 2);
    return value;
}

Subject Load(string file) => Scenario.Load(file, File.ReadAllText(file), [], Systems.All).Subject;

bool IsThreads(string file) => Load(file).Program is not null;

ThreadProgram Threads()
{
    if (words[1].EndsWith(".yaml", StringComparison.Ordinal))
        return Load(words[1]).Program!;
    CatalogueProgram? known = Catalogue.Find(words[1]);
    if (known is null)
        throw new ArgumentException($"no program '{words[1]}'; there are {string.Join(", ", Catalogue.Names)}");
    int[] numbers = [.. known.Parameters.Select((one, i) =>
        i + 2 < words.Count ? int.Parse(words[i + 2], CultureInfo.InvariantCulture) : one.Usual)];
    return known.Build(numbers).Compile();
}

try
{
    string strategy = Option("--strategy", "random");
    uint iterations = uint.Parse(Option("--iterations", "10000"), CultureInfo.InvariantCulture);
    uint seed = uint.Parse(Option("--seed", "1"), CultureInfo.InvariantCulture);
    string choose = Option("--choose", "");
    string file = Option("--trace", "failure.trace");
    if (words is not ["explore" or "replay", _, ..])
        throw new ArgumentException("expected explore or replay, and a program or a scenario");
    bool replays = words[0] == "replay";
    string[] saved = replays ? (await File.ReadAllTextAsync(file)).Split('\n', 2) : [];
    bool host = words[1].EndsWith(".yaml", StringComparison.Ordinal) && !IsThreads(words[1]);
    bool usually = strategy != "random" && !host;
    bool pump = replays ? saved[0] == "pump" : choose == "pump" || (choose.Length == 0 && usually);
    if (pump && host)
        throw new ArgumentException("--choose pump is for programs of threads; a host takes ints");
    CoyoteEngine engine = new(host ? Worlds.Host(Load(words[1])) : Worlds.Threads(Threads(), pump));
    (int failures, string says, string trace) =
        replays ? engine.Replay(saved[^1]) : engine.Explore(strategy, iterations, seed);
    await Console.Out.WriteLineAsync(failures == 0 ? $"{words[1]}: not violated" : $"{words[1]}: {says}");
    if (failures > 0 && !replays)
        await File.WriteAllTextAsync(file, $"{(pump ? "pump" : "ints")}\n{trace}");
    return failures == 0 ? 0 : 1;
}
catch (Exception mistake) when (mistake is ArgumentException or FormatException or IOException or ScenarioException)
{
    await Console.Error.WriteLineAsync($"twodoors-coyote: {mistake.Message}");
    return 2;
}
