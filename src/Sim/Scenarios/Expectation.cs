using TwoDoors.Sim.Explore;

namespace TwoDoors.Sim.Scenarios;

/// <summary>The verdict that was reviewed.</summary>
/// <param name="Violates">The claims that break, all of them, in the order written; empty where all hold.</param>
public sealed record Expectation(IReadOnlyList<string> Violates)
{
    /// <summary>True when every claim is to hold.</summary>
    public bool Holds => Violates.Count == 0;

    /// <summary>True when this is the verdict: for a violation, exactly these claims and no others.</summary>
    public bool IsMetBy(Verdict verdict)
    {
        if (Holds || verdict.Outcome != Outcome.Violates)
            return Holds && verdict.Outcome == Outcome.Holds;
        return verdict.Violations.All(found => Violates.Contains(found.Property))
            && Violates.All(name => verdict.Violations.Any(found => found.Property == name));
    }

    /// <inheritdoc/>
    public override string ToString() => Holds ? "holds" : $"violates {string.Join(", ", Violates)}";

    internal static Expectation Read(Fields keys)
    {
        if (keys.Node("expect", "holds, or { violates: NAME }") is not Mapping)
        {
            keys.Word("expect", ["holds"]);
            return new Expectation([]);
        }

        IReadOnlyList<Scalar> names = keys.Section("expect").Texts("violates");
        return names.Count > 0
            ? new Expectation([.. names.Select(name => name.Text)])
            : throw keys.Wrong("expect", "expected holds, or { violates: NAME }");
    }
}
