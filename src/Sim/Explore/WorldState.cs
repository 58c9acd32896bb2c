using TwoDoors.Model.Claims;
using TwoDoors.Sim.Disk;
using TwoDoors.Sim.Kernel.Files;

namespace TwoDoors.Sim.Explore;

/// <summary>The world when no process runs: what the disks hold, what the outside knows, and which faults may still
/// come. It describes the future completely, so it is explored once, however many ways lead to it.</summary>
/// <param name="Image">What the disks hold.</param>
/// <param name="Ledger">What the outside knows; copied before it is used.</param>
/// <param name="Faults">What may still fail.</param>
/// <param name="AfterCrash">False only before the first start.</param>
internal sealed record WorldState(DiskImage Image, ILedger Ledger, FaultBudget Faults, bool AfterCrash)
{
    /// <summary>Equal for equal worlds.</summary>
    public Fingerprint Fingerprint => FingerprintOf(Image, Ledger, Faults, AfterCrash);

    /// <summary>The fingerprint of a world that need not be kept.</summary>
    public static Fingerprint FingerprintOf(DiskImage image, ILedger ledger, FaultBudget faults, bool afterCrash)
    {
        Fingerprint known = ledger.Fingerprint();
        Fingerprint left = faults.Fingerprint();
        return image.Fingerprint.Add(known.High).Add(known.Low).Add(left.High).Add(afterCrash ? 1L : 0L);
    }
}
