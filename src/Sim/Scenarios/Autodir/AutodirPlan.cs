using TwoDoors.Model.Automount;
using TwoDoors.Model.World;
using TwoDoors.Sim.Kernel.Doors;

namespace TwoDoors.Sim.Scenarios.Autodir;

/// <summary>What a scenario of an automounter says.</summary>
/// <param name="Options">What is served.</param>
/// <param name="Programs">What backups may do.</param>
/// <param name="Visitors">Names that are each entered once.</param>
/// <param name="Lockers">Lock files that an outsider holds for a while.</param>
internal sealed record AutodirPlan(
    AutodirOptions Options,
    ProgramHabits Programs,
    IReadOnlyList<FilePath> Visitors,
    IReadOnlyList<FilePath> Lockers);
