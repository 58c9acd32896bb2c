using TwoDoors.Model.World;

namespace TwoDoors.Model.Spool;

/// <summary>Gives a copy of F3 its final name.</summary>
internal sealed class F3Publication(IHost host, SpoolCalls calls, bool byLink)
{
    /// <summary>Publishes a copy; one that is published already is as good.</summary>
    public ValueTask<bool> Publish(Queue queue, FilePath stem)
    {
        FilePath hidden = queue.Path / SpoolName.Copy(stem, 1);
        FilePath visible = queue.Path / SpoolName.Published(stem, 1);
        return byLink ? Link(queue, hidden, visible) : Rename(hidden, visible);
    }

    private async ValueTask<bool> Rename(FilePath hidden, FilePath visible)
    {
        Errno renamed = await calls.Files.Rename(hidden, visible);
        if (renamed != Errno.ENOENT && calls.Notes.Failed(renamed, "rename", hidden))
            return false;
        host.Reach(F3Point.Published);
        return true;
    }

    private async ValueTask<bool> Link(Queue queue, FilePath hidden, FilePath visible)
    {
        Errno linked = await calls.Files.Link(hidden, visible);
        if (linked is not (Errno.EEXIST or Errno.ENOENT) && calls.Notes.Failed(linked, "link", hidden))
            return false;
        if (!await calls.Sync(queue.Directory, queue.Path, "fsync(D) after link"))
            return false;
        host.Reach(F3Point.Linked);
        if (!await calls.Remove(hidden) || !await calls.Sync(queue.Directory, queue.Path, "fsync(D) after unlink"))
            return false;
        host.Reach(F3Point.Published);
        return true;
    }
}
