namespace TwoDoors.Sim.Scenarios.Spool;

/// <summary>A mistake that an implementer could make, seeded between a correct protocol and the world. A missing
/// fsync is no defect of these: the key <c>without-syncs</c> names it.</summary>
internal enum Defect
{
    /// <summary>A failed fsync is tried again on the same file (D14).</summary>
    FsyncTriedAgain,

    /// <summary>Any failure of stat is taken for absence (D15).</summary>
    StatFailureIsAbsence,

    /// <summary>Nobody takes the lock (D10, D17).</summary>
    NoLock,

    /// <summary>The nonce is the same every time (D11).</summary>
    NonceRepeats,

    /// <summary>An unlink that fails is tried again until it succeeds.</summary>
    UnlinkTriedAgain,
}
