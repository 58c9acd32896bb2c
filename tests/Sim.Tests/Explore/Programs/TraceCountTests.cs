using TwoDoors.Sim.Explore.Programs;
using Xunit;

namespace TwoDoors.Sim.Tests.Explore.Programs;

/// <summary>How many Mazurkiewicz traces the programs of the catalogue have. The numbers are those of Nidhugg (source
/// and optimal DPOR), of GenMC's own tests, or closed forms that fit both.</summary>
public sealed class TraceCountTests
{
    [Theory]
    [InlineData("readers 2", 4)]
    [InlineData("readers 8", 256)]
    [InlineData("lastzero 3", 12)]
    [InlineData("lastzero 5", 64)]
    [InlineData("lastwrite 5", 120)]
    [InlineData("floating_read 4", 120)]
    [InlineData("casrot 4", 14)]
    [InlineData("casrot 6", 144)]
    [InlineData("casw 2", 6)]
    [InlineData("casw 3", 66)]
    [InlineData("wcas 2", 5)]
    [InlineData("wcas 5", 81)]
    [InlineData("ainc 5", 120)]
    [InlineData("binc 3", 36)]
    [InlineData("cinc 2", 8)]
    [InlineData("cinc 3", 216)]
    [InlineData("rw 3", 36)]
    [InlineData("inc 3", 36)]
    [InlineData("myexample 3", 36)]
    [InlineData("wainc 4", 120)]
    [InlineData("fib_bench 1", 11)]
    [InlineData("fib_bench 2", 140)]
    [InlineData("circular_buffer 3", 20)]
    [InlineData("circular_buffer 5", 252)]
    [InlineData("control_flow 2", 18)]
    [InlineData("control_flow 3", 90)]
    [InlineData("sigma 3", 15)]
    [InlineData("sigma 4", 105)]
    [InlineData("commits 2 6", 1_734)]
    [InlineData("exponential_bug 1", 1_955)]
    [InlineData("opt_lock 4", 346)]
    [InlineData("race_parametric 3", 328)]
    public void Program_WithExactCount_HasSoManyTraces(string line, long traces)
    {
        string[] words = line.Split(' ');
        CatalogueProgram program = Catalogue.Find(words[0])!;

        Assert.Equal(traces, TraceOracle.Count(program.Build([.. words[1..].Select(int.Parse)])));
    }
}
