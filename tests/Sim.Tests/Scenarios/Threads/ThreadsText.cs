using TwoDoors.Sim.Scenarios;
using TwoDoors.Sim.Scenarios.Threads;

namespace TwoDoors.Sim.Tests.Scenarios.Threads;

/// <summary>Scenarios of threads for tests.</summary>
internal static class ThreadsText
{
    /// <summary>A scenario with these keys: the first of them is in line 5.</summary>
    public static string Around(string keys) =>
        """
        scenario: threads/test
        claim: A test.
        system: threads
        expect: holds

        """ + keys + "\n";

    public static Scenario Load(string text, params string[] settings) =>
        Scenario.Load("t.yaml", text, [.. settings.Select(Setting.Parse)], [new ThreadsSystem()]);
}
