using TwoDoors.Sim.Explore;
using Xunit;

namespace TwoDoors.Sim.Tests.Explore;

public class TapeTests
{
    [Fact]
    public void Advance_TwoQuestions_GivesEveryPairOnce()
    {
        Tape tape = new();
        List<(int, int)> seen = [];
        do
            seen.Add((tape.Next(2), tape.Next(3)));
        while (tape.Advance());

        Assert.Equal([(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2)], seen);
    }

    [Fact]
    public void Next_AskedOtherwiseOnRepeat_Throws()
    {
        Tape tape = new();
        tape.Next(2);
        tape.Next(2);
        tape.Advance();

        Assert.Throws<InvalidOperationException>(() => tape.Next(3));
    }
}
