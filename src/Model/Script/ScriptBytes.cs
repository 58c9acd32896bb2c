using TwoDoors.Model.World;

namespace TwoDoors.Model.Script;

/// <summary>Reading and writing in scripts.</summary>
internal static class ScriptBytes
{
    /// <summary>No script reads more at once.</summary>
    private const int ReadBytesMax = 1 << 20;

    internal static async ValueTask<ScriptStep> Read(IFileSystem files, ScriptCommand command, Handle file)
    {
        byte[] buffer = new byte[Math.Clamp(command.Number, 0, ReadBytesMax)];
        int total = 0;
        while (true)
        {
            Memory<byte> rest = buffer.AsMemory(total);
            Result<int> read = command.Verb == ScriptVerb.Read
                ? await files.Read(file, rest)
                : await files.ReadAt(file, rest, command.Second + total);
            if (!read.IsOk && total == 0)
                return ScriptCalls.Said(command, read.Errno);
            total += read.IsOk ? read.Value : 0;
            if (!command.Whole || !read.IsOk || read.Value == 0 || total == buffer.Length)
                break;
        }

        return ScriptCalls.Said(command, Errno.Ok, ScriptFact.Of("bytes", ByteText.Of(buffer.AsSpan(0, total))));
    }

    internal static async ValueTask<ScriptStep> Write(IFileSystem files, ScriptCommand command, Handle file)
    {
        int wanted = (int)Math.Clamp(command.Number, 0, command.Bytes.Length);
        int total = 0;
        while (true)
        {
            ReadOnlyMemory<byte> rest = command.Bytes[total..wanted];
            Result<int> written = command.Verb == ScriptVerb.Write
                ? await files.Write(file, rest)
                : await files.WriteAt(file, rest, command.Second + total);
            if (!written.IsOk && total == 0)
                return ScriptCalls.Said(command, written.Errno);
            total += written.IsOk ? written.Value : 0;
            if (!command.Whole || !written.IsOk || written.Value == 0 || total == wanted)
                break;
        }

        return ScriptCalls.Said(command, Errno.Ok, ScriptFact.Of("count", total));
    }
}
