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

    [Fact]
    public void Advance_LimitZero_LetsTurnsDecide()
    {
        Tape tape = new();
        Every turns = new([2, 1]);
        List<(int, int)> seen = [];
        do
            seen.Add((tape.Next(3, first: 0, limit: 0), tape.Next(2)));
        while (tape.Advance(turns));

        Assert.Equal([(0, 0), (0, 1), (2, 0), (2, 1), (1, 0), (1, 1)], seen);
        Assert.Equal([1, 1, 0, 1, 1, 0, 1, 1, 0], turns.Dropped);
    }

    private sealed class Every(Queue<int> answers) : ITurns
    {
        public Every(int[] answers)
            : this(new Queue<int>(answers))
        {
        }

        public List<int> Dropped { get; } = [];

        public void DropAfter(int position) => Dropped.Add(position);

        public int NextAt(int position) => answers.TryDequeue(out int next) ? next : -1;
    }
}
