using TwoDoors.Sim.Choice;

namespace TwoDoors.Sim.Explore;

/// <summary>What it took to make a counterexample smaller, and whether it is 1-minimal: whatever single thing one
/// leaves out of it, the claim no longer breaks, or what breaks it is no smaller.</summary>
/// <param name="Replays">Replays made, those of the proof included; 0 when nothing was tried.</param>
/// <param name="ProofReplays">Of them, those that prove it: one for each single thing that can be left out.</param>
/// <param name="IsProved">True when all of them were made; false when the limit of replays came first.</param>
public readonly record struct Minimality(int Replays, int ProofReplays, bool IsProved);

/// <summary>A trace made smaller.</summary>
/// <param name="Trace">The smallest one found.</param>
/// <param name="Minimality">How small that is.</param>
public sealed record Minimized(Trace Trace, Minimality Minimality);
