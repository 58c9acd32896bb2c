using TwoDoors.Model.World;

namespace TwoDoors.Real.Cli;

/// <summary>Messages one after the other on a stream.</summary>
internal sealed class StreamOutside(Stream stream) : IOutside
{
    /// <inheritdoc/>
    public ValueTask<Errno> Hand(FilePath channel, FilePath subject, ReadOnlyMemory<byte> bytes) =>
        new(Write(bytes));

    private Errno Write(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            stream.Write(bytes.Span);
            stream.Flush();
            return Errno.Ok;
        }
        catch (IOException)
        {
            return Errno.EIO;
        }
    }
}
