using TwoDoors.Model.World;
using TwoDoors.Sim.Scenarios.Spool;

namespace TwoDoors.Sim.Tests.Spool;

/// <summary>Counts the fsyncs, and lets the named ones fail.</summary>
internal sealed class CountingFiles(IFileSystem inner, params string[] failing) : WrappedFiles(inner)
{
    private readonly List<string> toFail = [.. failing];

    public List<string> Syncs { get; } = [];

    public override ValueTask<Errno> Sync(Handle file, string point)
    {
        Syncs.Add(point);
        return toFail.Remove(point) ? new(Errno.EIO) : Inner.Sync(file, point);
    }
}
