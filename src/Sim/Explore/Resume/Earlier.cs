using System.Numerics;

namespace TwoDoors.Sim.Explore.Resume;

/// <summary>What an exhaustive search had counted and found before it was stopped.</summary>
/// <param name="Tally">Its counts.</param>
/// <param name="Findings">The first finding of each claim that broke.</param>
/// <param name="NeverMet">The claims that a state is to meet and none had.</param>
/// <param name="Done">About which part of all was done.</param>
/// <param name="Expanded">States that were expanded.</param>
/// <param name="Runs">Executions in the order of the states.</param>
internal sealed record Earlier(
    Tally Tally,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<string> NeverMet,
    double Done,
    int Expanded,
    long Runs)
{
    public void Write(StateWriter writer)
    {
        writer.Number(Tally.Runs);
        writer.Number(Tally.Steps);
        writer.Number(Tally.Cuts);
        writer.Bytes(Tally.CutsTotal.ToByteArray());
        writer.Flag(Tally.Capped);
        writer.All(Findings, finding =>
        {
            writer.Text(finding.Property);
            writer.Text(finding.Says);
            TableState.Write(writer, finding.Cost);
            writer.Number(finding.State);
            writer.Numbers(finding.Answers);
            writer.Number(finding.Boundary);
        });
        writer.All(NeverMet, writer.Text);
        writer.Fraction(Done);
        writer.Number(Expanded);
        writer.Number(Runs);
    }

    public static Earlier Read(StateReader reader)
    {
        long runs = reader.Number();
        long steps = reader.Number();
        long cuts = reader.Number();
        BigInteger total = new(reader.Bytes());
        Tally tally = new(runs, steps, cuts, total, reader.Flag());
        Finding[] findings = reader.All(() => Finding(reader));
        string[] neverMet = reader.All(reader.Text);
        double done = reader.Fraction();
        int expanded = reader.Whole();
        return new Earlier(tally, findings, neverMet, done, expanded, reader.Number());
    }

    private static Finding Finding(StateReader reader)
    {
        string property = reader.Text();
        string says = reader.Text();
        Cost cost = TableState.Cost(reader);
        int state = reader.Whole();
        int[] answers = reader.Numbers();
        return new Finding(property, says, cost, state, answers, reader.Whole());
    }
}
