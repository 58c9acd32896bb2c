namespace TwoDoors.Model.Claims;

/// <summary>When a claim must hold.</summary>
public enum ClaimTime
{
    /// <summary>In every state: after every step and after every crash.</summary>
    Always,

    /// <summary>When everything that a boot runs has ended without a crash.</summary>
    AtEnd,

    /// <summary>In at least one state of the exploration: it guards against a model that proves nothing.</summary>
    Sometimes,
}

/// <summary>A named claim: a pure predicate over what can be seen.</summary>
/// <param name="Name">In kebab-case, such as no-loss: scenarios and verdicts cite it.</param>
/// <param name="Says">The claim as a sentence, for people.</param>
/// <param name="Time">When it must hold.</param>
/// <param name="Broken">Null where it holds (for Sometimes: where it is met: null); else what is wrong, in one
/// line.</param>
public sealed record Property(string Name, string Says, ClaimTime Time, Func<IWorldView, string?> Broken);
