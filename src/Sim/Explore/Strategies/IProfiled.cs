namespace TwoDoors.Sim.Explore.Strategies;

/// <summary>A strategy that has to know beforehand how long executions are, and who does how much in them.</summary>
public interface IProfiled
{
    /// <summary>Takes over what runs before the first execution have shown.</summary>
    void Learn(RunProfile profile);
}
