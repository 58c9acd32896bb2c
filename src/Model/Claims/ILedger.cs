using TwoDoors.Model.World;

namespace TwoDoors.Model.Claims;

/// <summary>What the outside world knows and may rely on: the observer whose memory no crash touches. It is part of
/// the state that exploration remembers, so counts that can grow for ever are capped (and the cap
/// documented).</summary>
public interface ILedger
{
    /// <summary>Something was handed over.</summary>
    /// <param name="activity">By whom.</param>
    /// <param name="channel">To whom.</param>
    /// <param name="subject">About what.</param>
    /// <param name="bytes">What.</param>
    void Hand(string activity, FilePath channel, FilePath subject, ReadOnlySpan<byte> bytes);

    /// <summary>A protocol reached a named point.</summary>
    /// <param name="activity">Which activity.</param>
    /// <param name="point">A member of the protocol's enum of points.</param>
    /// <returns>False where the outside knows no more than before: most points say nothing to it.</returns>
    bool Reach<TPoint>(string activity, TPoint point)
        where TPoint : struct, Enum;

    /// <summary>All processes of the host were killed, with or without the host.</summary>
    void Crash();

    /// <summary>A copy that shares nothing that changes.</summary>
    ILedger Copy();

    /// <summary>Everything that matters for what may be claimed later.</summary>
    Fingerprint Fingerprint();

    /// <summary>The content in words, for traces: one line.</summary>
    string Describe();
}
