using TwoDoors.Sim.Explore.Resume;

namespace TwoDoors.Sim.Cli;

/// <summary>Holds the state of one scenario between the thread that explores it and the one that writes the
/// file.</summary>
/// <param name="earlier">Where it goes on; null to begin.</param>
internal sealed class StateKeeper(byte[]? earlier) : IStateKeeper
{
    private byte[]? last = earlier;
    private bool wanted;
    private bool fresh;

    /// <inheritdoc/>
    public byte[]? Earlier { get; } = earlier;

    /// <inheritdoc/>
    public bool IsWanted => Volatile.Read(ref wanted);

    /// <summary>True when the state is newer than the one taken last.</summary>
    public bool IsFresh => Volatile.Read(ref fresh);

    /// <summary>Asks for the next state.</summary>
    public void Ask() => Volatile.Write(ref wanted, true);

    /// <inheritdoc/>
    public void Save(byte[] state)
    {
        Volatile.Write(ref wanted, false);
        Volatile.Write(ref last, state);
        Volatile.Write(ref fresh, true);
    }

    /// <summary>The newest state; null where nothing was saved.</summary>
    public byte[]? Take()
    {
        Volatile.Write(ref fresh, false);
        return Volatile.Read(ref last);
    }
}
