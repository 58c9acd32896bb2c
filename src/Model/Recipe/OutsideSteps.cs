using TwoDoors.Model.World;

namespace TwoDoors.Model.Recipe;

/// <summary>Tells the world that it may rely on something from now on.</summary>
/// <param name="Promises">One after the other.</param>
public sealed record AckStep(IReadOnlyList<Promise> Promises) : Step
{
    internal override async ValueTask<Errno> Perform(RecipeProcess process)
    {
        foreach (Promise promise in Promises)
        {
            FilePath channel = promise.Text is null ? RecipeLedger.PromiseAbsent : RecipeLedger.Promise;
            Errno errno = await process.Host.Outside.Hand(channel, promise.Path, promise.Text ?? []);
            if (errno != Errno.Ok)
                return errno;
        }

        return Errno.Ok;
    }
}

/// <summary>What is promised about one path.</summary>
/// <param name="Path">A file, or a directory that will hold a file with the text under some name.</param>
/// <param name="Text">Its bytes; null: the path is gone.</param>
public sealed record Promise(FilePath Path, byte[]? Text);

/// <summary>Hands a file's bytes over and settles it. A crash before it is settled excuses one more delivery.</summary>
/// <param name="Path">The file.</param>
/// <param name="Settle">What makes sure that it is not delivered again.</param>
public sealed record DeliverStep(PathTemplate Path, IReadOnlyList<Step> Settle) : Step
{
    internal override async ValueTask<Errno> Perform(RecipeProcess process)
    {
        FilePath path = Path.Resolve(process);
        Result<byte[]> content = await process.ReadWhole(path);
        if (!content.IsOk)
            return content.Errno;
        Errno errno = await process.Host.Outside.Hand(RecipeLedger.Deliver, path, content.Value);
        if (errno != Errno.Ok)
            return errno;
        errno = await PerformAll(Settle, process);
        process.StandsAt(Place);
        return errno == Errno.Ok
            ? await process.Host.Outside.Hand(RecipeLedger.Settle, path, content.Value)
            : errno;
    }
}
