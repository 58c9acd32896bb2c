using System.Globalization;
using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Explore.Programs;
using TwoDoors.Sim.Explore.Reduction;
using TwoDoors.Sim.Explore.Threads;
using Xunit;

namespace TwoDoors.Sim.Tests.Explore.Reduction;

public sealed class ReducedSearchesTests
{
    private static readonly string[] Pieces =
    [
        "x = {0}", "r = x", "y = x + 1", "r = cas(x, 0, {0})", "fetch_add(y, 1)", "lock m; x = x + 1; unlock m",
        "if y == 0 { z = 1 }", "lock m; lock n; unlock n; unlock m", "lock n; lock m; unlock m; unlock n",
        "atomic { z = y; if z > 1 { x = 0 } }", "assert z != 2 || x != 1", "a[r % 2] = 1", "r = a[1]",
    ];

    // The plain search over all schedules is the reference.
    [Fact]
    public void Run_RandomPrograms_SeeTheFinalStatesAndFailuresOfThePlainSearch()
    {
        for (ulong seed = 0; seed < 300; seed++)
        {
            ThreadProgram program = Random(seed);
            ThreadVerdict plain = Run(program, "dfs");

            ThreadVerdict optimal = Run(program, "exhaustive");
            ThreadVerdict source = Run(program, "source");
            ThreadVerdict bounded = Run(program, "preemption-bounded", bound: 99);
            ThreadVerdict split = SplitSearch.Run(program, true, new ThreadOptions(), (int)(1 + (seed % 9)))
                .ToVerdict("exhaustive", true);

            Assert.Equal(plain.FinalStates, optimal.FinalStates);
            Assert.Equal(plain.FinalStates, source.FinalStates);
            Assert.Equal(plain.FinalStates, bounded.FinalStates);
            Assert.Equal(plain.FinalStates, split.FinalStates);
            Assert.Equal(plain.First is null, optimal.First is null);
            Assert.Equal(0, optimal.Blocked);
            Assert.Equal(bounded.Traces, optimal.Traces);
            Assert.Equal((optimal.Traces, optimal.FailedTraces), (source.Traces, source.FailedTraces));
            Assert.Equal((optimal.Traces, optimal.FailedTraces), (split.Traces, split.FailedTraces));
            Assert.Equal(0, split.Blocked);
        }
    }

    // GenMC's expectations, and brute force: traces with a schedule of at most k preemptions.
    [Theory]
    [InlineData("cas(x, 0, 1); x = {0} + 2", 3, new[] { 6, 24, 54, 66 })]
    [InlineData("fetch_add(x, 1); fetch_add(y, 1)", 3, new[] { 6, 24, 36 })]
    [InlineData("fetch_add(x, 1); fetch_add(y, 1); fetch_add(z, 1)", 2, new[] { 2, 6, 8 })]
    [InlineData("r = x; x = {0}", 4, new[] { 24, 168, 432, 576 })]
    [InlineData("while r < 5 { lock m; unlock m; r = r + 1 }", 2, new[] { 2, 10, 42, 90, 162, 210, 242, 250, 252 })]
    public void Run_PreemptionBounded_CountsTracesWithinTheBound(string text, int threads, int[] counts)
    {
        ThreadProgram program = Compile([.. Enumerable.Repeat(text, threads)]);

        IEnumerable<int> found = Enumerable.Range(0, counts.Length)
            .Select(bound => (int)Run(program, "preemption-bounded", bound).Traces);

        Assert.Equal(counts, found);
    }

    [Fact]
    public void Run_Shards_AddUpToTheWhole()
    {
        ThreadProgram program = LastZero.Of(8).Compile();
        ThreadOptions whole = new() { Strategy = "exhaustive" };

        long traces = Enumerable.Range(0, 3)
            .Sum(shard => ThreadSearches.Run(program, whole with { Shard = shard, Shards = 3 }).Traces);

        Assert.Equal(704, traces);
    }

    // Every writer but the first finds its neighbour written or not: 2^9 final states.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Run_Workers_SeeTheSameTraces(int workers)
    {
        ThreadProgram program = LastZero.Of(10).Compile();

        ThreadVerdict verdict = SplitSearch.Run(program, true, new ThreadOptions { Workers = workers })
            .ToVerdict("exhaustive", true);

        Assert.Equal((3328, 512), (verdict.Traces, verdict.FinalStateCount));
    }

    private static ThreadVerdict Run(ThreadProgram program, string strategy, int bound = 2) =>
        ThreadSearches.Run(program, new ThreadOptions { Strategy = strategy, Bound = bound });

    private static ThreadProgram Random(ulong seed)
    {
        SplitMix64 random = new(seed);
        string[] texts = new string[2 + random.Below(2)];
        for (int i = 0; i < texts.Length; i++)
        {
            int pieces = texts.Length == 2 ? 2 : 1 + random.Below(2);
            texts[i] = string.Join('\n', Enumerable.Range(0, pieces).Select(_ => Pieces[random.Below(Pieces.Length)]));
        }

        return Compile(texts);
    }

    private static ThreadProgram Compile(string[] texts) => new ProgramText(
        "random",
        [
            .. texts.Index().Select(one => new ThreadText(
                $"t{one.Index}",
                one.Item.Replace(
                    "{0}", (one.Index + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))),
        ])
    {
        Variables = [new("x", [0]), new("y", [0]), new("z", [0]), new("a", [0, 0])],
        Mutexes = [new("m", 0), new("n", 0)],
    }.Compile();
}
