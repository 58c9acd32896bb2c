using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Cli;

/// <summary>What <c>twodoors engine</c> was asked for.</summary>
/// <param name="Program">What runs.</param>
/// <param name="Options">How.</param>
/// <param name="Count">True: the whole search is counted, and does not stop at a failure.</param>
/// <param name="Trials">How many seeds are tried, each to the first failure; null for one search.</param>
/// <param name="Json">True: prints JSON.</param>
/// <param name="TraceFile">Where the trace of a failure goes, or null.</param>
internal sealed record EngineRun(
    ThreadProgram Program, ThreadOptions Options, bool Count, int? Trials, bool Json, string? TraceFile);
