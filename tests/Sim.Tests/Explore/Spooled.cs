using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Report;
using TwoDoors.Sim.Scenarios;
using TwoDoors.Sim.Scenarios.Spool;

namespace TwoDoors.Sim.Tests.Explore;

/// <summary>A spool protocol with about a thousand states after a crash, that breaks claims after one crash and after
/// two: f3 where the disk orders nothing.</summary>
internal static class Spooled
{
    public static Subject Subject { get; } = Scenario.Load(
        "a.yaml",
        """
        scenario: a
        claim: Mail arrives.
        system: spool
        variant: f3
        disk: { profile: posix-min-alice, whole-writes: true, ignore-inode-numbers: true }
        faults: { crashes: any }
        expect: holds
        """,
        [],
        [new SpoolSystem()]).Subject;

    /// <summary>Everything that a person gets to see of a verdict, without what is counted twice by several
    /// parts.</summary>
    public static string Text(Verdict verdict) =>
        $"{verdict.Outcome} {verdict.Closed} {verdict.CrashBound} {verdict.Counts.States} {verdict.Hash} "
        + string.Join("; ", verdict.Violations.Select(found => $"{found} {TraceFile.Write(found.Trace)}"));
}
