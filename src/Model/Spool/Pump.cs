using TwoDoors.Model.World;

namespace TwoDoors.Model.Spool;

/// <summary>Moves the bytes of one file into another, a chunk at a time.</summary>
internal sealed class Pump(IFileSystem files, SpoolNotes notes, FilePath from, FilePath to)
{
    private const int ChunkBytes = 1 << 16;

    /// <summary>Writes all bytes, in as many calls as it takes.</summary>
    public static async ValueTask<bool> Write(
        IFileSystem files, SpoolNotes notes, Handle file, FilePath path, ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            Result<int> written = await files.Write(file, bytes);
            if (written.Errno == Errno.EINTR)
                continue;
            if (notes.Failed(written.Errno, "write", path))
                return false;
            bytes = bytes[written.Value..];
        }

        return true;
    }

    /// <summary>Writes a head and then a whole file; a short message goes with its head in one call.</summary>
    /// <param name="source">Open at its start.</param>
    /// <param name="target">Open at its end.</param>
    /// <param name="head">What comes first.</param>
    /// <param name="lengthBytes">How many bytes the source has.</param>
    public async ValueTask<bool> Run(Handle source, Handle target, byte[] head, long lengthBytes)
    {
        byte[] chunk = new byte[Math.Min(Math.Max(ChunkBytes, head.Length), head.Length + lengthBytes)];
        head.CopyTo(chunk, 0);
        int filled = head.Length;
        long missing = lengthBytes;
        while (filled > 0 || missing > 0)
        {
            int wanted = (int)Math.Min(missing, chunk.Length - filled);
            if (!await Read(source, chunk.AsMemory(filled, wanted)))
                return false;
            missing -= wanted;
            if (!await Write(files, notes, target, to, chunk.AsMemory(0, filled + wanted)))
                return false;
            filled = 0;
        }

        return true;
    }

    private async ValueTask<bool> Read(Handle source, Memory<byte> chunk)
    {
        while (chunk.Length > 0)
        {
            Result<int> read = await files.Read(source, chunk);
            if (read.Errno == Errno.EINTR)
                continue;
            if (notes.Failed(read.Errno, "read", from))
                return false;
            if (read.Value == 0)
            {
                notes.Wrong("read", from, "the message became shorter while it was copied");
                return false;
            }

            chunk = chunk[read.Value..];
        }

        return true;
    }
}
