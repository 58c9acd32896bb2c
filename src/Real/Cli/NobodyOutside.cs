using TwoDoors.Model.World;

namespace TwoDoors.Real.Cli;

/// <summary>For commands that hand nothing over.</summary>
internal sealed class NobodyOutside : IOutside
{
    /// <inheritdoc/>
    public ValueTask<Errno> Hand(FilePath channel, FilePath subject, ReadOnlyMemory<byte> bytes) => new(Errno.EIO);
}
