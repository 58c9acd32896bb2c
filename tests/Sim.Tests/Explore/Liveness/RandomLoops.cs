using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Tests.Explore.Liveness;

/// <summary>Small programs that may go round for ever, or wait for each other.</summary>
internal sealed class RandomLoops
{
    private readonly SplitMix64 random;

    private RandomLoops(ulong seed) => random = new SplitMix64(seed);

    public static ProgramText Of(ulong seed)
    {
        RandomLoops loops = new(seed);
        int threads = 2 + loops.random.Below(2);
        return new ProgramText(
            "random", [.. Enumerable.Range(0, threads).Select(i => new ThreadText($"t{i}", loops.Thread(threads)))])
        {
            Variables = [new("x", [0]), new("y", [0]), new("z", [0])],
            Mutexes = [new("m", 0)],
        };
    }

    private string Thread(int threads) =>
        string.Join('\n', Enumerable.Range(0, 1 + random.Below(5 - threads)).Select(_ => Piece(isInside: false)));

    private string Piece(bool isInside)
    {
        string one = Variable();
        string other = Variable();
        return random.Below(isInside ? 4 : 8) switch
        {
            0 => $"{one} = {random.Below(2)}",
            1 => $"{one} = 1 - {other}",
            2 => $"cas({one}, 0, 1)",
            3 => $"r = {one}; {other} = r",
            4 => "lock m; unlock m",
            5 => $"while {one} == {random.Below(2)} {{ {Piece(isInside: true)} }}",
            6 => $"while 1 {{ {Piece(isInside: true)}; if {one} {{ break }} }}",
            _ => $"lock m; while {one} {{ {Piece(isInside: true)} }}; unlock m",
        };
    }

    private string Variable() => random.Below(3) switch { 0 => "x", 1 => "y", _ => "z" };
}
