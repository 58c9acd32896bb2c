using TwoDoors.Sim.Choice;
using Xunit;

namespace TwoDoors.Sim.Tests.Choice;

/// <summary>Two kinds conflict when the order of the two can be seen: all but two reads, and two additions.</summary>
public sealed class FootprintTests
{
    [Theory]
    [InlineData(AccessKind.Read, AccessKind.Read, false)]
    [InlineData(AccessKind.Read, AccessKind.Write, true)]
    [InlineData(AccessKind.Read, AccessKind.Add, true)]
    [InlineData(AccessKind.Write, AccessKind.Write, true)]
    [InlineData(AccessKind.Write, AccessKind.Add, true)]
    [InlineData(AccessKind.Add, AccessKind.Add, false)]
    public void Conflicts_SamePart_DependsOnTheKinds(AccessKind one, AccessKind other, bool expected)
    {
        Footprint first = Footprint.Of(new Access(1, 2, one));
        Footprint second = Footprint.Of(new Access(1, 2, other));

        Assert.Equal(expected, first.Conflicts(second));
        Assert.Equal(expected, second.Conflicts(first));
    }

    [Theory]
    [InlineData(1, 2, 1, 3, false)]
    [InlineData(1, 2, 2, 2, false)]
    [InlineData(1, 0, 1, 3, true)]
    [InlineData(1, 3, 1, 0, true)]
    public void Conflicts_Writes_NeedACommonPart(long o1, long p1, long o2, long p2, bool expected)
    {
        Footprint first = Footprint.Of(new Access(o1, p1, AccessKind.Write));
        Footprint second = Footprint.Of(new Access(o2, p2, AccessKind.Write));

        Assert.Equal(expected, first.Conflicts(second));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Conflicts_ManyAccesses_LooksAtEach(int count)
    {
        Access[] accesses = [.. Enumerable.Range(1, count).Select(i => new Access(i, 0, AccessKind.Write))];

        Footprint all = Footprint.Of(accesses);

        Assert.Equal(count, all.Count);
        Assert.Equal(count == 0, all.IsEmpty);
        for (int i = 0; i < count; i++)
        {
            Assert.Equal(accesses[i], all[i]);
            Assert.True(Footprint.Of(accesses[i]).Conflicts(all));
        }

        Footprint elsewhere = Footprint.Of(new Access(9, 0, AccessKind.Write), new Access(8, 0, AccessKind.Read));
        Assert.False(all.Conflicts(elsewhere));
    }
}
