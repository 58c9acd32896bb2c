using TwoDoors.Model.World;

namespace TwoDoors.Real.Posix;

/// <summary>This machine, as a protocol sees it.</summary>
public sealed class PosixHost : IHost
{
    private readonly FreshNames names;
    private readonly PointSignal? signal;

    /// <summary>A host of this process.</summary>
    /// <param name="outside">Who relies on what is handed over.</param>
    /// <param name="signal">What happens at a named point; null for nothing.</param>
    public PosixHost(IOutside outside, PointSignal? signal = null)
        : this(outside, signal, new FreshNames())
    {
    }

    private PosixHost(IOutside outside, PointSignal? signal, FreshNames names)
    {
        Outside = outside;
        this.signal = signal;
        this.names = names;
    }

    /// <inheritdoc/>
    public IFileSystem Files { get; } = new PosixFileSystem();

    /// <inheritdoc/>
    public IClock Clock { get; } = new PosixClock();

    /// <inheritdoc/>
    public IOutside Outside { get; }

    /// <inheritdoc/>
    public FilePath FreshName() => names.Next();

    /// <inheritdoc/>
    /// <remarks>A thread of this process with a working directory and umask of its own: a kill ends all
    /// of them together.</remarks>
    public IActivity Fork(string name, Func<IHost, ValueTask> body) =>
        new ThreadActivity(name, () => body(new PosixHost(Outside, signal, names)));

    /// <inheritdoc/>
    public void Reach<TPoint>(TPoint point)
        where TPoint : struct, Enum => signal?.Reached(point.ToString());
}
