using TwoDoors.Model.World;

namespace TwoDoors.Model.Recipe;

/// <summary>Looks at a name and chooses. A symbolic link is looked at itself.</summary>
/// <param name="Path">The name.</param>
/// <param name="Text">Null: is it there? Else: does it hold exactly these bytes?</param>
/// <param name="Then">When it is so.</param>
/// <param name="Otherwise">When it is not; also where something that is no regular file should hold bytes.</param>
public sealed record IfStep(PathTemplate Path, byte[]? Text, IReadOnlyList<Step> Then, IReadOnlyList<Step> Otherwise)
    : Step
{
    internal override async ValueTask<Errno> Perform(RecipeProcess process)
    {
        Result<bool> so = Text is null ? await IsThere(process) : await Holds(process, Text);
        return so.IsOk ? await PerformAll(so.Value ? Then : Otherwise, process) : so.Errno;
    }

    private async ValueTask<Result<bool>> IsThere(RecipeProcess process)
    {
        Result<FileStatus> status = await process.Files.LinkStat(Path.Resolve(process));
        return status.Errno is Errno.Ok or Errno.ENOENT ? status.IsOk : status.Errno;
    }

    private async ValueTask<Result<bool>> Holds(RecipeProcess process, byte[] text)
    {
        Result<byte[]> content = await process.ReadWhole(Path.Resolve(process));
        if (content.IsOk)
            return content.Value.AsSpan().SequenceEqual(text);
        return content.Errno is Errno.ENOENT or Errno.EISDIR ? false : content.Errno;
    }
}

/// <summary>Performs steps again and again while a name is there. A symbolic link is looked at itself.</summary>
/// <param name="Path">The name.</param>
/// <param name="Steps">Once for each time that it is there.</param>
public sealed record WhileExistsStep(PathTemplate Path, IReadOnlyList<Step> Steps) : Step
{
    internal override async ValueTask<Errno> Perform(RecipeProcess process)
    {
        while (true)
        {
            process.StandsAt(Place);
            Errno there = (await process.Files.LinkStat(Path.Resolve(process))).Errno;
            if (there != Errno.Ok)
                return there == Errno.ENOENT ? Errno.Ok : there;
            Errno errno = await PerformAll(Steps, process);
            if (errno != Errno.Ok)
                return errno;
        }
    }
}

/// <summary>Performs steps for every name in a directory but those of directories, in byte order. The names are read
/// before the first step.</summary>
/// <param name="Directory">The directory.</param>
/// <param name="Variable">Bound to the name.</param>
/// <param name="Steps">Once for each name.</param>
public sealed record ForEachStep(PathTemplate Directory, string Variable, IReadOnlyList<Step> Steps) : Step
{
    internal override async ValueTask<Errno> Perform(RecipeProcess process)
    {
        List<FilePath> names = [];
        FilePath directory = Directory.Resolve(process);
        Errno errno = await process.With(directory, OpenFlags.Directory, stream => List(process, stream, names));
        names.Sort();
        for (int i = 0; errno == Errno.Ok && i < names.Count; i++)
        {
            process.Bind(Variable, names[i]);
            errno = await PerformAll(Steps, process);
        }

        return errno;
    }

    private static async ValueTask<Errno> List(RecipeProcess process, Handle stream, List<FilePath> names)
    {
        while (true)
        {
            Result<DirectoryEntry?> entry = await process.Files.ReadDirectory(stream);
            if (!entry.IsOk || entry.Value is null)
                return entry.Errno;
            if (entry.Value.Kind != FileKind.Directory)
                names.Add(entry.Value.Name);
        }
    }
}
