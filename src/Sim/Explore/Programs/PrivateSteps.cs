using System.Globalization;
using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Programs;

/// <summary>Three programs of the catalogue with the private machine instructions that their C texts have: a search
/// without wakeup trees lets threads sleep before those for good, and so gives executions up.</summary>
internal static class PrivateSteps
{
    private const string Origin = "how many executions Nidhugg 0.4 gives up on them with --source";

    /// <summary>Each thread reads, then writes.</summary>
    public static CatalogueProgram Rw { get; } = new(
        "rw_private",
        "rw, with a private step at the start of each thread",
        [new("threads", 3, Most: 40)],
        N => Alike($"rw_private({N[0]})", N[0], "local; r = x; x = {0}"))
    {
        Source = Origin,
    };

    /// <summary>Each thread swaps, then writes.</summary>
    public static CatalogueProgram Casw { get; } = new(
        "casw_private",
        "casw, with private steps at the start, after the swap and at the end",
        [new("threads", 3, Most: 40)],
        N => Alike($"casw_private({N[0]})", N[0], "local; local; cas(x, 0, 1); local; x = {0} + 2; local"))
    {
        Source = Origin,
    };

    /// <summary>Whether a thread writes hangs on what it reads.</summary>
    public static CatalogueProgram ControlFlow { get; } = new(
        "control_flow_private",
        "control_flow, with a private step at each decision",
        [new("pairs", 3, Most: 30)],
        N => Decided(N[0]))
    {
        Source = Origin,
    };

    private static ProgramText Decided(int pairs)
    {
        ProgramText plain = Programs.ControlFlow.Of(pairs);
        return plain with
        {
            Name = $"control_flow_private({pairs})",
            Threads = [.. plain.Threads.Select(thread => thread with
            {
                Text = thread.Text.Replace("{ ", "{ local; ", StringComparison.Ordinal),
            })],
        };
    }

    private static ProgramText Alike(string name, int threads, string text) => new(
        name,
        [
            .. Enumerable.Range(1, threads).Select(i => new ThreadText(
                $"t{i}",
                text.Replace("{0}", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))),
        ])
    {
        Variables = [new("x", [0])],
    };
}
