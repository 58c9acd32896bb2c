namespace TwoDoors.Model.World;

/// <summary>What a host may be besides <see cref="IHost"/>: one that wants to know where the text of the calls stands
/// that come next. A protocol that is data tells it, if it is one; no call answers otherwise for it.</summary>
public interface ISourceTrack
{
    /// <summary>The calls that come next are written here.</summary>
    void StandsAt(SourcePlace place);
}
