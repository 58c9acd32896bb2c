using TwoDoors.Sim.Explore;

namespace TwoDoors.Sim.Scenarios;

/// <summary>A kind of scenario: turns its keys into something to explore.</summary>
public interface ISystem
{
    /// <summary>What the key <c>system</c> says.</summary>
    string Name { get; }

    /// <summary>False for a system without disk, crashes and faults: their keys are unknown there.</summary>
    bool HasHost => true;

    /// <summary>Reads the system's own keys from <see cref="ScenarioFile.Keys"/> and makes the subject, with
    /// <see cref="ScenarioFile.Subject"/>. The caller looks for unknown keys afterwards.</summary>
    /// <exception cref="ScenarioException">There is a mistake in the scenario.</exception>
    Subject Build(ScenarioFile file);
}
