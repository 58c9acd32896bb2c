namespace TwoDoors.Model.Spool;

/// <summary>Where F3 and F3L can be cut; reports cite these names, so none changes meaning.</summary>
public enum F3Point
{
    /// <summary>Every copy's bytes are durable, their names are not.</summary>
    CopiesWritten,

    /// <summary>Every copy is durable, and hidden.</summary>
    CopiesDurable,

    /// <summary>The source is gone, not durably.</summary>
    SourceUnlinked,

    /// <summary>The source is durably gone. From here on recovery goes forward.</summary>
    Committed,

    /// <summary>F3L: a copy has both its names, durably.</summary>
    Linked,

    /// <summary>A copy has its final name.</summary>
    Published,

    /// <summary>Recovery: unfinished copies are gone, not durably.</summary>
    CopiesUnlinked,

    /// <summary>Recovery: unfinished copies are durably gone.</summary>
    RolledBack,

    /// <summary>Recovery: the absence of a source is durable; its copies may be published.</summary>
    RolledForward,

    /// <summary>The fsync that commits failed: this spool stands still until its file system is mounted
    /// anew.</summary>
    Stopped,
}
