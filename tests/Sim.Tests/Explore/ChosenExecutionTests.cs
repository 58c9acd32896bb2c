using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Explore;
using Xunit;

namespace TwoDoors.Sim.Tests.Explore;

public class ChosenExecutionTests
{
    private const int Executions = 2_000;

    [Fact]
    public void Run_QuietAnswers_BreakNothing() =>
        Assert.Null(new ChosenExecution(Publish.Subject("fsync(t)", "fsync(d)")).Run(_ => 0));

    [Theory]
    [InlineData("fsync(t)")]
    [InlineData("fsync(d)")]
    [InlineData]
    public void Run_ManyAnswers_BreakNoOtherClaimsThanTheExplorerFinds(params string[] withoutSyncs)
    {
        Subject subject = Publish.Subject(withoutSyncs);
        Verdict verdict = Explorer.Explore(subject, new ExploreOptions(Strategy: "exhaustive"));
        ChosenExecution execution = new(subject);
        SplitMix64 random = new(1);
        SortedSet<string> found = [];
        for (int number = 0; number < Executions; number++)
        {
            if (execution.Run(random.Below) is string broken)
                found.Add(broken[..broken.IndexOf(':', StringComparison.Ordinal)]);
        }

        // An execution ends at the first claim that breaks; another that breaks with it is not seen.
        Assert.Empty(found.Except(verdict.Violations.Select(violation => violation.Property)));
        Assert.Equal(verdict.Violations.Count > 0, found.Count > 0);
    }

    [Fact]
    public void Run_SameNumbers_IsTheSameExecution()
    {
        ChosenExecution execution = new(Publish.Subject("fsync(t)"));
        SplitMix64 random = new(7);
        List<int> numbers = [];
        string? first = execution.Run(count =>
        {
            numbers.Add(random.Below(count));
            return numbers[^1];
        });
        Queue<int> again = new(numbers);

        Assert.Equal(first, execution.Run(_ => again.Dequeue()));
        Assert.Empty(again);
    }
}
