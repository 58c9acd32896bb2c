using System.Globalization;
using TwoDoors.Sim.Explore.Programs;
using TwoDoors.Sim.Explore.Reduction;
using TwoDoors.Sim.Explore.Threads;
using Xunit;

namespace TwoDoors.Sim.Tests.Explore.Reduction;

public sealed class SourceSearchTests
{
    // Nidhugg 0.4 and Concuerror 0.21 give up exactly as many executions.
    [Theory]
    [InlineData(5, 64, 33)]
    [InlineData(10, 3328, 16867)]
    public void Run_LastZero_GivesUpAsManyAsItsPeers(int writers, long traces, long blocked) =>
        Assert.Equal((traces, blocked), Run(LastZero.Of(writers).Compile()));

    // Nidhugg 0.4 gives up 10 executions of rw(4) and 1,545 of casw(5). There each machine instruction is a step: a
    // thread that stands before a private one sleeps for good. Without those steps no execution is given up.
    [Theory]
    [InlineData(4, "local; r = x; x = {0}", 576, 10)]
    [InlineData(4, "r = x; x = {0}", 576, 0)]
    [InlineData(5, "local; local; cas(x, 0, 1); local; x = {0} + 2; local", 32880, 1545)]
    [InlineData(5, "cas(x, 0, 1); x = {0} + 2", 32880, 0)]
    public void Run_PrivateSteps_GiveUpAsManyAsNidhugg(int threads, string text, long traces, long blocked) =>
        Assert.Equal((traces, blocked), Run(Alike(threads, text)));

    private static ThreadProgram Alike(int threads, string text) => new ProgramText(
        "alike",
        [
            .. Enumerable.Range(1, threads).Select(i => new ThreadText(
                $"t{i}",
                text.Replace("{0}", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))),
        ])
    {
        Variables = [new("x", [0])],
    }.Compile();

    private static (long Traces, long Blocked) Run(ThreadProgram program)
    {
        SourceSearch search = new(program, false, _ => true);
        search.Run();
        return (search.Tally.Traces, search.Tally.Blocked);
    }
}
