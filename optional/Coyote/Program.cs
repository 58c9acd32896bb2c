using System.Globalization;
using TwoDoors.Optional.Coyote;
using TwoDoors.Sim.Explore.Programs;
using TwoDoors.Sim.Explore.Threads;

// explore PROGRAM [NUMBERS] [--strategy S] [--iterations N] [--seed S] [--choose ints|pump], replay ... --trace FILE
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

try
{
    string strategy = Option("--strategy", "random");
    uint iterations = uint.Parse(Option("--iterations", "10000"), CultureInfo.InvariantCulture);
    uint seed = uint.Parse(Option("--seed", "1"), CultureInfo.InvariantCulture);
    string choose = Option("--choose", strategy == "random" ? "ints" : "pump");
    string file = Option("--trace", "failure.trace");
    if (words is not ["explore" or "replay", _, ..])
        throw new ArgumentException("expected explore PROGRAM or replay PROGRAM");
    CatalogueProgram? known = Catalogue.Find(words[1]);
    if (known is null)
        throw new ArgumentException($"no program '{words[1]}'; there are {string.Join(", ", Catalogue.Names)}");
    int[] numbers = [.. known.Parameters.Select((one, i) =>
        i + 2 < words.Count ? int.Parse(words[i + 2], CultureInfo.InvariantCulture) : one.Usual)];
    CoyoteEngine engine = new(known.Build(numbers).Compile(), choose == "pump");
    (int failures, string says, string trace) = words[0] == "explore"
        ? engine.Explore(strategy, iterations, seed)
        : engine.Replay(await File.ReadAllTextAsync(file));
    Console.WriteLine(failures == 0 ? $"{words[1]}: not violated" : $"{words[1]}: {says}");
    if (failures > 0 && words[0] == "explore")
        await File.WriteAllTextAsync(file, trace);
    return failures == 0 ? 0 : 1;
}
catch (Exception mistake) when (mistake is ArgumentException or FormatException or IOException)
{
    Console.Error.WriteLine($"twodoors-coyote: {mistake.Message}");
    return 2;
}
