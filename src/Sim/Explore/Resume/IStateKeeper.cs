namespace TwoDoors.Sim.Explore.Resume;

/// <summary>Keeps the state of an exploration, so that another process can go on where this one stopped.</summary>
/// <remarks>Searches that keep no state never call <see cref="Save"/>: they begin again.</remarks>
public interface IStateKeeper
{
    /// <summary>What <see cref="Save"/> was given by the exploration that this one goes on from; null to
    /// begin.</summary>
    byte[]? Earlier { get; }

    /// <summary>True when the next state at which the exploration can be interrupted is to be saved.</summary>
    bool IsWanted { get; }

    /// <summary>A state to go on from; it is saved at the end too, whatever ended it.</summary>
    void Save(byte[] state);
}
