namespace TwoDoors.Model.World;

/// <summary>One machine as a protocol sees it.</summary>
public interface IHost
{
    /// <summary>The files, as this activity's process sees them.</summary>
    IFileSystem Files { get; }

    /// <summary>Time.</summary>
    IClock Clock { get; }

    /// <summary>The world that relies on what it was told.</summary>
    IOutside Outside { get; }

    /// <summary>A name part that was never given before on this host and never will be, over all boots: letters
    /// and digits only, at most 40 bytes.</summary>
    /// <remarks>Real: boot id, process start and a counter. Sim: unique among all names that a crash could bring
    /// back; protocols may compare it for equality only.</remarks>
    FilePath FreshName();

    /// <summary>Starts an activity that runs beside this one, in a process of its own.</summary>
    /// <param name="name">For traces; unique among the activities that run.</param>
    /// <param name="body">Gets its own host view: handles are not shared.</param>
    IActivity Fork(string name, Func<IHost, ValueTask> body);

    /// <summary>A named point of a protocol was reached: traces cite it, and tests kill the process there.</summary>
    void Reach<TPoint>(TPoint point)
        where TPoint : struct, Enum;
}

/// <summary>A forked activity.</summary>
public interface IActivity
{
    /// <summary>Ends when the activity has ended.</summary>
    ValueTask Join();
}

/// <summary>Time, as a protocol may see it.</summary>
public interface IClock
{
    /// <summary>Monotonic, since an unknown start.</summary>
    TimeSpan Now { get; }

    /// <summary>Ends when <see cref="Now"/> has reached <paramref name="time"/>, at once if it has already.</summary>
    ValueTask WaitUntil(TimeSpan time);
}

/// <summary>Whoever relies on what was handed over: the peer that got "250 OK", the next hop, the terminal.</summary>
public interface IOutside
{
    /// <summary>Hands bytes over. It cannot be taken back: it is durable at once and orders all that follows.</summary>
    /// <param name="channel">To whom, such as the name of a queue.</param>
    /// <param name="subject">About what, such as the identity of a message.</param>
    /// <param name="bytes">What.</param>
    /// <returns>Ok; EAGAIN (not taken now, try again later), EIO (not taken).</returns>
    /// <remarks>Source: the "stdout" operation of Pillai et al., OSDI 2014.</remarks>
    ValueTask<Errno> Hand(FilePath channel, FilePath subject, ReadOnlyMemory<byte> bytes);
}
