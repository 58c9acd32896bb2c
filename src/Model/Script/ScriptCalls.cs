using TwoDoors.Model.World;

namespace TwoDoors.Model.Script;

/// <summary>One file call of a script.</summary>
internal static class ScriptCalls
{
    internal static async ValueTask<ScriptStep> Make(ScriptProcess process, ScriptCommand command)
    {
        IFileSystem files = process.Files;
        Handle file = process.Descriptor(command.File);
        int mode = (int)command.Number;
        switch (command.Verb)
        {
            case ScriptVerb.Open or ScriptVerb.OpenClose or ScriptVerb.OpenDirectory:
                return await Open(process, command, file);
            case ScriptVerb.Close:
                Errno closed = await files.Close(file);
                process.RemoveDescriptor(command.File);
                return Said(command, closed);
            case ScriptVerb.Read or ScriptVerb.ReadAt:
                return await ScriptBytes.Read(files, command, file);
            case ScriptVerb.Write or ScriptVerb.WriteAt:
                return await ScriptBytes.Write(files, command, file);
            case ScriptVerb.Seek:
                return await Seek(files, command, file);
            case ScriptVerb.TruncateHandle:
                return Said(command, await files.Truncate(file, command.Number));
            case ScriptVerb.Truncate:
                return Said(command, await files.TruncatePath(command.Path, command.Number));
            case ScriptVerb.Sync:
                return Said(command, await files.Sync(file, "script"));
            case ScriptVerb.SyncData:
                return Said(command, await files.SyncData(file, "script"));
            case ScriptVerb.SyncFileSystem:
                return Said(command, await files.SyncFileSystem(file, "script"));
            case ScriptVerb.ReadDirectory when command.File is null:
                return await List(files, command);
            case ScriptVerb.ReadDirectory or ScriptVerb.RewindDirectory or ScriptVerb.CloseDirectory:
                return await Stream(process, command);
            case ScriptVerb.ReadLink:
                Result<FilePath> target = await files.ReadLink(command.Path, file);
                return target.IsOk ? Said(command, target.Value) : Said(command, target.Errno);
            case ScriptVerb.Stat:
                return Status(command, await files.Stat(command.Path, file));
            case ScriptVerb.LinkStat:
                return Status(command, await files.LinkStat(command.Path, file));
            case ScriptVerb.StatHandle:
                return Status(command, await files.StatHandle(file));
            case ScriptVerb.ChangeMode:
                return Said(command, await files.ChangeMode(command.Path, mode, file));
            case ScriptVerb.ChangeModeHandle:
                return Said(command, await files.ChangeModeHandle(file, mode));
            case ScriptVerb.ChangeOwner:
                return Said(command, await files.ChangeOwner(command.Path, mode, (int)command.Second, file));
            case ScriptVerb.SetModified:
                return Said(command, await files.SetModified(command.Path, command.Number, file));
            case ScriptVerb.Lock:
                return Said(command, await files.Lock(file, command.Lock));
            case ScriptVerb.Dump:
                IReadOnlyList<ScriptEntry> tree = await new TreeDump(files).Below(command.Path);
                return new ScriptStep(command, nameof(Errno.Ok), [], tree);
            default:
                return Said(command, await ChangeName(files, command, file));
        }
    }

    internal static ScriptStep Said(ScriptCommand command, Errno errno, params ScriptFact[] facts) =>
        new(command, errno.ToString(), facts);

    private static ScriptStep Said(ScriptCommand command, FilePath target) =>
        Said(command, Errno.Ok, ScriptFact.Of("target", ByteText.Of(target.Bytes)));

    private static ValueTask<Errno> ChangeName(
        IFileSystem files,
        ScriptCommand command,
        Handle at) => command.Verb switch
        {
            ScriptVerb.MakeDirectory => files.MakeDirectory(command.Path, (int)command.Number, at),
            ScriptVerb.RemoveDirectory => files.RemoveDirectory(command.Path, at),
            ScriptVerb.Unlink => files.Unlink(command.Path, at),
            ScriptVerb.Rename => files.Rename(command.Path, command.Other),
            ScriptVerb.RenameNoReplace => files.Rename(command.Path, command.Other, RenameMode.NoReplace),
            ScriptVerb.RenameExchange => files.Rename(command.Path, command.Other, RenameMode.Exchange),
            ScriptVerb.Link => files.Link(command.Path, command.Other),
            ScriptVerb.SymbolicLink => files.SymbolicLink(command.Path, command.Other, at),
            ScriptVerb.ChangeDirectory => files.ChangeDirectory(command.Path),
            _ => throw new InvalidOperationException($"{command.Verb} is no change of a name"),
        };

    private static async ValueTask<ScriptStep> Open(ScriptProcess process, ScriptCommand command, Handle at)
    {
        bool stream = command.Verb == ScriptVerb.OpenDirectory;
        OpenFlags flags = stream ? OpenFlags.Directory : command.Flags;
        Result<Handle> opened = await process.Files.Open(command.Path, flags, (int)command.Number, at);
        if (!opened.IsOk)
            return Said(command, opened.Errno);
        if (command.Verb == ScriptVerb.OpenClose)
            return Said(command, await process.Files.Close(opened.Value));
        return stream
            ? Said(command, Errno.Ok, ScriptFact.Of("stream", process.AddStream(new ScriptStream(opened.Value))))
            : Said(command, Errno.Ok, ScriptFact.Of("descriptor", process.AddDescriptor(opened.Value)));
    }

    private static async ValueTask<ScriptStep> Seek(IFileSystem files, ScriptCommand command, Handle file)
    {
        Result<FileStatus> status = await files.StatHandle(file);
        bool directory = status.IsOk && status.Value.Kind == FileKind.Directory;
        if (directory || command.Origin == ScriptArguments.UnknownOrigin)
            return new ScriptStep(command, "unsupported", []);
        Result<long> position = await files.Seek(file, command.Number, command.Origin);
        return position.IsOk
            ? Said(command, Errno.Ok, ScriptFact.Of("position", position.Value))
            : Said(command, position.Errno);
    }

    private static async ValueTask<ScriptStep> Stream(ScriptProcess process, ScriptCommand command)
    {
        if (process.Stream(command.File) is not { } stream)
            return Said(command, Errno.EBADF);
        if (command.Verb == ScriptVerb.RewindDirectory)
            return Said(command, await stream.Rewind(process.Files));
        if (command.Verb == ScriptVerb.CloseDirectory)
        {
            process.RemoveStream(command.File);
            return Said(command, await process.Files.Close(stream.Handle));
        }

        Result<FilePath?> name = await stream.Next(process.Files);
        return name.IsOk
            ? Said(command, Errno.Ok, ScriptFact.Of("entry", name.Value is { } entry ? ByteText.Of(entry.Bytes) : null))
            : Said(command, name.Errno);
    }

    /// <summary>opendir, readdir to the end, closedir.</summary>
    private static async ValueTask<ScriptStep> List(IFileSystem files, ScriptCommand command)
    {
        Result<Handle> opened = await files.Open(command.Path, OpenFlags.Directory);
        if (!opened.IsOk)
            return Said(command, opened.Errno);
        List<FilePath> names = [];
        Errno error = await ScriptStream.ReadAll(files, opened.Value, names);
        await files.Close(opened.Value);
        return error == Errno.Ok
            ? new ScriptStep(command, nameof(Errno.Ok), [], null, [.. names.Select(name => ByteText.Of(name.Bytes))])
            : Said(command, error);
    }

    private static ScriptStep Status(ScriptCommand command, Result<FileStatus> status) => status.IsOk
        ? new ScriptStep(command, nameof(Errno.Ok), TreeDump.Facts(status.Value))
        : Said(command, status.Errno);
}
