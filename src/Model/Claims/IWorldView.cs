using TwoDoors.Model.World;

namespace TwoDoors.Model.Claims;

/// <summary>What a claim may look at: the files as they are now, and what the outside knows. Looking changes
/// nothing.</summary>
public interface IWorldView
{
    /// <summary>What the outside knows.</summary>
    ILedger Ledger { get; }

    /// <summary>The bytes of a regular file, or null where there is none.</summary>
    byte[]? Read(FilePath path);

    /// <summary>The names in a directory in byte order; empty where there is none.</summary>
    IReadOnlyList<FilePath> Names(FilePath path);
}
