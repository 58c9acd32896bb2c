using TwoDoors.Sim.Explore;

namespace TwoDoors.Sim.Report;

/// <summary>One part of the exploration of one scenario, as it stands in a file.</summary>
/// <param name="Key">Of what exploration.</param>
/// <param name="ScenarioFile">Where the scenario was read from.</param>
/// <param name="Part">What was found.</param>
/// <param name="Elapsed">How long it took.</param>
internal sealed record ExploredPart(SearchKey Key, string ScenarioFile, SearchPart Part, TimeSpan Elapsed);

/// <summary>What a shard left in its file.</summary>
/// <param name="File">The file, for messages.</param>
/// <param name="Shard">Which part of every scenario it explored.</param>
/// <param name="Scenarios">In order of their names.</param>
internal sealed record PartSet(string File, Shard Shard, IReadOnlyList<ExploredPart> Scenarios);
