using TwoDoors.Sim.Explore;
using Xunit;

namespace TwoDoors.Sim.Tests.Recipe;

public sealed class JoinTests
{
    private const string Activities =
        """
        given: { /d/: {} }
        activities:
          maker:
            - creat: { path: /d/f, as: f }
            - write: { to: f, text: new }
          taker:
            - join: maker
            - read: { path: /d/f, expect: new, as: text }
            - creat: { path: /d/g, as: g }
            - write: { to: g, read: text }
        properties:
          - implies: { if: { exists: /d/g }, then: { exists: /d/f } }
            name: order-kept
          - implies: { if: { acked: /d/g }, then: { exists: /d/f } }

        """;

    // With a join the second activity never runs before the first has ended; on ext4 names are in that order.
    [Theory]
    [InlineData("- join: maker", Outcome.Holds)]
    [InlineData("- read: { path: /d/f, missing: ok }", Outcome.Violates)]
    public void Explore_Join_OrdersTheActivities(string first, Outcome expected)
    {
        string body = Activities.Replace("- join: maker", first, StringComparison.Ordinal)
            .Replace(", expect: new, as: text }", ", missing: ok, as: text }", StringComparison.Ordinal);

        Verdict verdict = Explorer.Explore(RecipeText.Load(RecipeText.Around(body, "ext4-ordered")).Subject, new());

        Assert.Equal(expected, verdict.Outcome);
    }
}
