using TwoDoors.Model.World;

namespace TwoDoors.Sim.Explore;

/// <summary>Hears which sync points a subject meets while it is explored.</summary>
public sealed class SyncWatch
{
    private readonly List<string> met = [];
    private readonly SortedDictionary<string, long> calls = new(StringComparer.Ordinal);

    /// <summary>In the order in which they were first met.</summary>
    public IReadOnlyList<string> Met => met;

    /// <summary>The subject, heard by this watch and otherwise unchanged.</summary>
    public Subject On(Subject subject) => subject with
    {
        Boot = (host, world) => subject.Boot(new WatchedHost(host, this), world),
        Reboot = subject.Reboot is { } reboot ? (host, world) => reboot(new WatchedHost(host, this), world) : null,
    };

    /// <summary>How often a point was met.</summary>
    public long CallsOf(string point) => calls.GetValueOrDefault(point);

    internal void Hear(string point)
    {
        long before = calls.GetValueOrDefault(point);
        calls[point] = before + 1;
        if (before == 0)
            met.Add(point);
    }

    private sealed class WatchedHost(IHost host, SyncWatch watch) : IHost
    {
        private WatchedFiles? files;

        public IFileSystem Files => files ??= new WatchedFiles(host.Files, watch);

        public IClock Clock => host.Clock;

        public IOutside Outside => host.Outside;

        public FilePath FreshName() => host.FreshName();

        public IActivity Fork(string name, Func<IHost, ValueTask> body) =>
            host.Fork(name, own => body(new WatchedHost(own, watch)));

        public void Reach<TPoint>(TPoint point)
            where TPoint : struct, Enum => host.Reach(point);
    }
}
