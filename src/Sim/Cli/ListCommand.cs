using System.CommandLine;
using TwoDoors.Sim.Scenarios;

namespace TwoDoors.Sim.Cli;

/// <summary><c>twodoors list</c>.</summary>
internal sealed class ListCommand : ExampleCommand
{
    private readonly Argument<string[]> paths = ScenarioArguments.Paths();

    /// <summary>Makes the command.</summary>
    public ListCommand(Surroundings here)
        : base("list", "Shows scenarios with claim and expected verdict.", "twodoors list scenarios/spool", here) =>
        Add(paths);

    /// <inheritdoc/>
    protected override int Run(ParseResult arguments)
    {
        IReadOnlyList<Scenario> scenarios = ScenarioSet.Load(Here, arguments.GetValue(paths) ?? [], []);
        TextTable table = new("scenario", "expected", "claim");
        foreach (Scenario scenario in scenarios)
            table.Add(scenario.File.Name, scenario.File.Expect.ToString(), scenario.File.Claim);
        table.Write(Here);
        return ExitCode.Expected;
    }
}
