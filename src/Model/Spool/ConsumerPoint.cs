namespace TwoDoors.Model.Spool;

/// <summary>Where a consumer can be cut; reports cite these names, so none changes meaning.</summary>
public enum ConsumerPoint
{
    /// <summary>The outside has the message; the queue still holds it. A crash from here on excuses one
    /// duplicate.</summary>
    Handed,

    /// <summary>The queue's entry is gone for good: no crash can bring the message back.</summary>
    Settled,
}
