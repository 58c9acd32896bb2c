namespace TwoDoors.Model.Spool;

/// <summary>Where F1 can be cut; reports cite these names, so none changes meaning.</summary>
public enum F1Point
{
    /// <summary>Step 1: the manifest's bytes are durable, its name is not.</summary>
    ManifestWritten,

    /// <summary>Step 1: the intent is durable; copies may be made.</summary>
    IntentDurable,

    /// <summary>Step 2: every copy's bytes are durable, their names are not.</summary>
    CopiesWritten,

    /// <summary>Step 3: every copy is durable, and hidden.</summary>
    CopiesDurable,

    /// <summary>Step 4: the sources are gone, not durably.</summary>
    SourcesUnlinked,

    /// <summary>Step 4: the sources are durably gone. From here on recovery goes forward.</summary>
    Committed,

    /// <summary>Step 5: the manifest is gone; the copies can be seen.</summary>
    Published,

    /// <summary>Recovery: a manifest that a crash tore is gone. It had no copies.</summary>
    TornIntentDropped,

    /// <summary>Recovery: the unfinished copies are gone, not durably.</summary>
    CopiesUnlinked,

    /// <summary>Recovery: the unfinished copies are durably gone; the manifest may go.</summary>
    RolledBack,

    /// <summary>Recovery: the absence of the sources is durable, and the manifest may go.</summary>
    RolledForward,

    /// <summary>The fsync that commits failed: this spool stands still until its file system is mounted
    /// anew.</summary>
    Stopped,
}
