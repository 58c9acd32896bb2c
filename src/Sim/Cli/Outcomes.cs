using System.CommandLine;
using TwoDoors.Sim.Report;

namespace TwoDoors.Sim.Cli;

/// <summary>What a command does with results: files, a table, marks for CI, and the exit code.</summary>
/// <param name="here">Where to.</param>
/// <param name="outputs">The files that were asked for.</param>
/// <param name="quiet">True: only verdicts that are not the expected ones.</param>
/// <param name="verbose">True: every witness.</param>
internal sealed class Outcomes(Surroundings here, OutputOptions outputs, bool quiet, bool verbose)
{
    /// <summary>Writes and prints.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public int Show(ParseResult arguments, IReadOnlyList<Explored> results)
    {
        bool annotates = outputs.Annotates(here, arguments);
        outputs.Write(here, arguments, results);
        if (!outputs.TakesStandardOutput(arguments))
            new VerdictPrinter(here, verbose).Print(quiet ? [.. results.Where(result => !result.IsExpected)] : results);
        if (annotates)
            outputs.Annotate(here, arguments, results);
        if (results.Any(result => !result.IsExpected && !result.IsUndecided))
            return ExitCode.Unexpected;
        return results.Any(result => result.IsUndecided) ? ExitCode.BudgetEnded : ExitCode.Expected;
    }
}
