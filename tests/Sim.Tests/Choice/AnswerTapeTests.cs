using TwoDoors.Sim.Choice;
using Xunit;

namespace TwoDoors.Sim.Tests.Choice;

public class AnswerTapeTests
{
    [Fact]
    public void ToString_QuietAnswersBetweenLoudOnes_CountsThem()
    {
        AnswerTape tape = Tape(0, 0, 1, 3, 0, 0, 0, 2, 0);

        Assert.Equal("2:1 0:3 3:2", tape.ToString());
    }

    [Fact]
    public void Read_AfterParse_GivesTheSameAnswersAndThenQuietOnes()
    {
        AnswerTapeReader reader = AnswerTape.Parse(Tape(0, 2, 0, 0, 1).ToString())!.Read();

        Assert.Equal([0, 2, 0, 0, 1, 0, 0], Enumerable.Range(0, 7).Select(_ => reader.Next()));
        Assert.True(reader.IsEnd);
    }

    [Theory]
    [InlineData("5")]
    [InlineData("5:0")]
    [InlineData("5:-1")]
    [InlineData("5:1:1")]
    [InlineData("a:1")]
    public void Parse_WhatIsNoTape_IsNull(string text) => Assert.Null(AnswerTape.Parse(text));

    private static AnswerTape Tape(params int[] answers)
    {
        AnswerTape tape = new();
        foreach (int answer in answers)
            tape.Add(answer);
        return tape;
    }
}
