using TwoDoors.Model.World;

namespace TwoDoors.Model.Recipe;

/// <summary>open(2).</summary>
/// <param name="Path">What.</param>
/// <param name="Flags">How.</param>
/// <param name="Mode">Of a new file.</param>
/// <param name="Handle">The name of the handle from here on.</param>
public sealed record OpenStep(PathTemplate Path, OpenFlags Flags, int Mode, string Handle) : Step
{
    internal override async ValueTask<Errno> Perform(RecipeProcess process)
    {
        Result<Handle> opened = await process.Files.Open(Path.Resolve(process), Flags, Mode);
        if (opened.IsOk)
            process.Keep(Handle, opened.Value);
        return opened.Errno;
    }
}

/// <summary>close(2).</summary>
/// <param name="Handle">Of an earlier open.</param>
public sealed record CloseStep(string Handle) : Step
{
    internal override async ValueTask<Errno> Perform(RecipeProcess process)
    {
        Result<Handle> file = process.Forget(Handle);
        return file.IsOk ? await process.Files.Close(file.Value) : file.Errno;
    }
}

/// <summary>write(2), or pwrite(2) with an offset, as often as it takes to write everything.</summary>
/// <param name="Handle">Of an earlier open.</param>
/// <param name="Bytes">What, unless <paramref name="Source"/> says where it is.</param>
/// <param name="Source">A file whose bytes are read first and written then; null for none.</param>
/// <param name="Variable">What an earlier read brought; null for none.</param>
/// <param name="Offset">Where; null for the handle's position.</param>
/// <param name="AtEnd">True: the position is moved to the end first.</param>
public sealed record WriteStep(
    string Handle, byte[] Bytes, PathTemplate? Source, string? Variable, long? Offset, bool AtEnd) : Step
{
    internal override async ValueTask<Errno> Perform(RecipeProcess process)
    {
        Result<Handle> file = process.Find(Handle);
        if (!file.IsOk)
            return file.Errno;
        byte[] known = Variable is null ? Bytes : process.Text(Variable);
        Result<byte[]> bytes = Source is null ? known : await process.ReadWhole(Source.Resolve(process));
        if (!bytes.IsOk)
            return bytes.Errno;
        if (AtEnd && await process.Files.Seek(file.Value, 0, SeekFrom.End) is { IsOk: false } sought)
            return sought.Errno;
        return await process.WriteWhole(file.Value, bytes.Value, Offset);
    }
}

/// <summary>ftruncate(2) or truncate(2): one of handle and path is given.</summary>
/// <param name="Handle">Of an earlier open, or null.</param>
/// <param name="Path">A file, or null.</param>
/// <param name="LengthBytes">The new length.</param>
public sealed record TruncateStep(string? Handle, PathTemplate? Path, long LengthBytes) : Step
{
    internal override async ValueTask<Errno> Perform(RecipeProcess process)
    {
        if (Path is not null)
            return await process.Files.TruncatePath(Path.Resolve(process), LengthBytes);
        Result<Handle> file = process.Find(Handle!);
        return file.IsOk ? await process.Files.Truncate(file.Value, LengthBytes) : file.Errno;
    }
}

/// <summary>fchmod(2) or chmod(2): one of handle and path is given.</summary>
/// <param name="Handle">Of an earlier open, or null.</param>
/// <param name="Path">A file, or null.</param>
/// <param name="Mode">The new permission bits.</param>
public sealed record ChangeModeStep(string? Handle, PathTemplate? Path, int Mode) : Step
{
    internal override async ValueTask<Errno> Perform(RecipeProcess process)
    {
        if (Path is not null)
            return await process.Files.ChangeMode(Path.Resolve(process), Mode);
        Result<Handle> file = process.Find(Handle!);
        return file.IsOk ? await process.Files.ChangeModeHandle(file.Value, Mode) : file.Errno;
    }
}

/// <summary>flock(2) without waiting.</summary>
/// <param name="Handle">Of an earlier open.</param>
/// <param name="Mode">The kind of lock.</param>
public sealed record LockStep(string Handle, LockMode Mode) : Step
{
    internal override async ValueTask<Errno> Perform(RecipeProcess process)
    {
        Result<Handle> file = process.Find(Handle);
        return file.IsOk ? await process.Files.Lock(file.Value, Mode) : file.Errno;
    }
}
