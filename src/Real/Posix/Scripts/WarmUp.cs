using TwoDoors.Model.World;

namespace TwoDoors.Real.Posix.Scripts;

/// <summary>Makes every call once, so that all their code is loaded before a thread can no longer see the disk that
/// it is on.</summary>
public static class WarmUp
{
    /// <summary>Makes the calls; each fails.</summary>
    public static async ValueTask Run()
    {
        PosixFileSystem files = new();
        FilePath no = "";
        Handle closed = new(1 << 30);
        byte[] bytes = [0];
        _ = await files.Open(no, OpenFlags.ReadOnly);
        _ = await files.Close(closed);
        _ = await files.Read(closed, bytes);
        _ = await files.ReadAt(closed, bytes, 0);
        _ = await files.Write(closed, bytes);
        _ = await files.WriteAt(closed, bytes, 0);
        _ = await files.Seek(closed, 0, SeekFrom.Start);
        _ = await files.Truncate(closed, 0);
        _ = await files.Sync(closed, "fsync");
        _ = await files.SyncData(closed, "fdatasync");
        _ = await files.SyncFileSystem(closed, "syncfs");
        _ = await files.MakeDirectory(no, 0);
        _ = await files.RemoveDirectory(no);
        _ = await files.Unlink(no);
        _ = await files.Rename(no, no);
        _ = await files.Link(no, no);
        _ = await files.SymbolicLink(no, no);
        _ = await files.ReadLink(no);
        _ = await files.ReadDirectory(closed);
        _ = await files.RewindDirectory(closed);
        _ = await files.ChangeDirectory(no);
        _ = await files.LinkStat(no);
        _ = await files.ChangeMode(no, 0);
        _ = await files.ChangeModeHandle(closed, 0);
        _ = await files.ChangeOwner(no, 0, 0);
        _ = await files.SetModified(no, 0);
        _ = await files.TruncatePath(no, 0);
        _ = await files.StatFileSystem("/");
        _ = await files.Lock(closed, LockMode.Shared);
    }
}
