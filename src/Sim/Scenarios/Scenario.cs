using TwoDoors.Sim.Explore;

namespace TwoDoors.Sim.Scenarios;

/// <summary>A scenario that was read whole and is ready to be explored.</summary>
/// <param name="File">As written.</param>
/// <param name="Subject">Ready to run.</param>
public sealed record Scenario(ScenarioFile File, Subject Subject)
{
    /// <summary>Reads and builds.</summary>
    /// <param name="file">Its path, for messages.</param>
    /// <param name="text">Its content.</param>
    /// <param name="settings">Keys set from outside.</param>
    /// <param name="systems">The systems that it may name; usually <see cref="Systems.All"/>.</param>
    /// <exception cref="ScenarioException">There is a mistake in it.</exception>
    public static Scenario Load(
        string file,
        string text,
        IReadOnlyList<Setting> settings,
        IReadOnlyList<ISystem> systems)
    {
        ScenarioFile read = ScenarioFile.Parse(
            file, text, settings, name => systems.All(system => system.Name != name || system.HasHost));
        ISystem? system = systems.FirstOrDefault(system => system.Name == read.System.Text);
        if (system is null)
        {
            string hint = Nearest.Hint(read.System.Text, [.. systems.Select(known => known.Name)]);
            throw new ScenarioException(read.System.At, $"unknown system '{read.System.Text}'{hint}");
        }

        Subject subject = system.Build(read);
        read.Keys.Finish();
        return new Scenario(read, subject);
    }
}
