using TwoDoors.Model.World;

namespace TwoDoors.Real.Posix.Scripts;

/// <summary>The files of a rooted process: every call is made on its thread.</summary>
/// <param name="process">Whose.</param>
internal sealed partial class RootedFiles(RootedProcess process) : IFileSystem
{
    private readonly PosixFileSystem files = new();
    private readonly SortedSet<int> open = [];

    /// <summary>Closes what was left open.</summary>
    public void CloseAll()
    {
        foreach (int number in open)
            _ = Ended.Answer(files.Close(new Handle(number)));
        open.Clear();
    }

    /// <inheritdoc/>
    public ValueTask<Result<Handle>> Open(FilePath path, OpenFlags flags, int mode = 0, Handle at = default)
    {
        Result<Handle> file = process.Do(() => Ended.Answer(files.Open(path, flags, mode, at)));
        if (file.IsOk)
            open.Add(file.Value.Number);
        return new(file);
    }

    /// <inheritdoc/>
    public ValueTask<Errno> Close(Handle file)
    {
        open.Remove(file.Number);
        return There(() => files.Close(file));
    }

    /// <inheritdoc/>
    public ValueTask<Result<int>> Read(Handle file, Memory<byte> buffer) =>
        There(() => files.Read(file, buffer));

    /// <inheritdoc/>
    public ValueTask<Result<int>> ReadAt(Handle file, Memory<byte> buffer, long offset) =>
        There(() => files.ReadAt(file, buffer, offset));

    /// <inheritdoc/>
    public ValueTask<Result<int>> Write(Handle file, ReadOnlyMemory<byte> bytes) =>
        There(() => files.Write(file, bytes));

    /// <inheritdoc/>
    public ValueTask<Result<int>> WriteAt(Handle file, ReadOnlyMemory<byte> bytes, long offset) =>
        There(() => files.WriteAt(file, bytes, offset));

    /// <inheritdoc/>
    public ValueTask<Result<long>> Seek(Handle file, long offset, SeekFrom origin) =>
        There(() => files.Seek(file, offset, origin));

    /// <inheritdoc/>
    public ValueTask<Errno> Truncate(Handle file, long lengthBytes) =>
        There(() => files.Truncate(file, lengthBytes));

    /// <inheritdoc/>
    public ValueTask<Errno> Sync(Handle file, string point) =>
        There(() => files.Sync(file, point));

    /// <inheritdoc/>
    public ValueTask<Errno> SyncData(Handle file, string point) =>
        There(() => files.SyncData(file, point));

    /// <inheritdoc/>
    public ValueTask<Errno> SyncFileSystem(Handle file, string point) =>
        There(() => files.SyncFileSystem(file, point));

    private ValueTask<T> There<T>(Func<ValueTask<T>> call) => new(process.Do(() => Ended.Answer(call())));
}
