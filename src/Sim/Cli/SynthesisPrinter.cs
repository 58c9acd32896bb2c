using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Report;

namespace TwoDoors.Sim.Cli;

/// <summary>Prints syntheses for people.</summary>
internal static class SynthesisPrinter
{
    /// <summary>Prints a row for each file system, then the sets.</summary>
    public static void Print(Surroundings here, IReadOnlyList<Synthesis> all)
    {
        IReadOnlyList<string> parts = SynthesisText.Parts(all);
        string[] columns = parts.Count > 1 ? [.. parts.Select(part => $"#{part}")] : [];
        TextTable table = new(["profile", "#all", "#smallest", .. columns, "#sets", "proof"]);
        foreach (Synthesis found in all)
        {
            IReadOnlyList<string>? set = found.Smallest.Count > 0 ? found.Smallest[0] : null;
            string Calls(string? part) => set is null ? "-" : VerdictText.Count(SynthesisText.Calls(found, set, part));
            string[] cells = columns.Length > 0 ? [.. parts.Select(Calls)] : [];
            table.Add(
            [
                found.Profile, VerdictText.Count(SynthesisText.Calls(found)), Calls(null), .. cells,
                VerdictText.Count(found.Smallest.Count), SynthesisText.Proof(found),
            ]);
        }

        table.Write(here);
        foreach (Synthesis found in all)
        {
            foreach (IReadOnlyList<string> set in found.Smallest)
                here.Out.WriteLine($"{found.Profile} keeps {SynthesisText.Set(found, set)}");
            foreach (NeededSyncs needed in found.Needed.Where(needed => needed.Verdict.Outcome != Outcome.Violates))
                here.Out.WriteLine($"{found.Profile} {SynthesisText.Needed(needed)}");
        }
    }
}
