namespace TwoDoors.Model.Spool;

/// <summary>Where the seed's protocol, as written or corrected, can be cut; reports cite these names, so none changes
/// meaning.</summary>
public enum AsWrittenPoint
{
    /// <summary>C1: tXXX exists.</summary>
    TemporaryCreated,

    /// <summary>C1.1: tXXX lists the destinations.</summary>
    DestinationsWritten,

    /// <summary>C1.2: tXXX is mXXX.</summary>
    ManifestNamed,

    /// <summary>C2: every dXXX is written.</summary>
    CopiesWritten,

    /// <summary>C3 and C4: every dXXX is synced, "the destination files are correct".</summary>
    CopiesSynced,

    /// <summary>C5: sXXX is gone.</summary>
    SourceDeleted,

    /// <summary>C6: mXXX is gone.</summary>
    ManifestDeleted,

    /// <summary>R2.1.1: tXXX and mXXX were both there and are gone.</summary>
    BothNamesDeleted,

    /// <summary>R2.1.2: every dXXX that mXXX lists is gone.</summary>
    CopiesDeleted,

    /// <summary>R2.1.2: mXXX is gone too; sXXX will be copied anew.</summary>
    RolledBack,

    /// <summary>R3: mXXX is gone; sXXX was.</summary>
    RolledForward,

    /// <summary>R6.1: a tXXX is gone.</summary>
    TemporaryDeleted,

    /// <summary>R6.2: an mXXX is still there, "a catastrophic failure of the strategy".</summary>
    CatastropheMet,

    /// <summary>F0: the fsync that commits failed.</summary>
    Stopped,
}
