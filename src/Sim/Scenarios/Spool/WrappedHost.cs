using TwoDoors.Model.World;

namespace TwoDoors.Sim.Scenarios.Spool;

/// <summary>A host whose files, or whose names, are not what they should be.</summary>
/// <param name="inner">The host.</param>
/// <param name="wrap">What is put before its files; also for the activities that it forks.</param>
/// <param name="nonce">The name that is given every time; null for fresh ones.</param>
internal sealed class WrappedHost(IHost inner, Func<IFileSystem, IFileSystem> wrap, FilePath? nonce = null) : IHost
{
    /// <inheritdoc/>
    public IFileSystem Files { get; } = wrap(inner.Files);

    /// <inheritdoc/>
    public IClock Clock => inner.Clock;

    /// <inheritdoc/>
    public IOutside Outside => inner.Outside;

    /// <inheritdoc/>
    public FilePath FreshName() => nonce ?? inner.FreshName();

    /// <inheritdoc/>
    public IActivity Fork(string name, Func<IHost, ValueTask> body) =>
        inner.Fork(name, host => body(new WrappedHost(host, wrap, nonce)));

    /// <inheritdoc/>
    public void Reach<TPoint>(TPoint point)
        where TPoint : struct, Enum => inner.Reach(point);
}
