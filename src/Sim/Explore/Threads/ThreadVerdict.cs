using TwoDoors.Model.Claims;
using TwoDoors.Sim.Choice;

namespace TwoDoors.Sim.Explore.Threads;

/// <summary>An execution of a program of threads that failed.</summary>
/// <param name="Says">What went wrong.</param>
/// <param name="Schedule">Which thread made each step, by number: enough to repeat it.</param>
/// <param name="Execution">How many executions were made up to this one, itself included.</param>
public sealed record ThreadFailure(string Says, IReadOnlyList<int> Schedule, long Execution)
{
    /// <summary>The answers that led to it, when a strategy gave them.</summary>
    public AnswerTape? Tape { get; init; }

    /// <summary>The claim that it breaks.</summary>
    public string Claim { get; init; } = ThreadSubject.NoFailure;
}

/// <summary>What a search of a program of threads came to.</summary>
/// <param name="Strategy">Its name.</param>
/// <param name="Complete">True when every trace was seen, within the bound if there is one.</param>
/// <param name="Traces">Executions that ran to their end, a deadlock or a failure; a search without redundancy sees
/// each Mazurkiewicz trace once.</param>
/// <param name="Blocked">Executions given up: because every continuation was seen, which is redundant work, or because
/// they got too long.</param>
/// <param name="Steps">Events made, repeated ones included.</param>
/// <param name="FailedTraces">Traces that failed.</param>
/// <param name="First">The first failure, or null.</param>
/// <param name="FinalStates">A sum over the different final states, whatever their order. A failure ends an execution
/// wherever the other threads are, so failed executions have none; deadlocked ones have.</param>
/// <param name="FinalStateCount">How many different final states there are.</param>
public sealed record ThreadVerdict(
    string Strategy,
    bool Complete,
    long Traces,
    long Blocked,
    long Steps,
    long FailedTraces,
    ThreadFailure? First,
    Fingerprint FinalStates,
    long FinalStateCount)
{
    /// <summary>The first failure of each claim.</summary>
    public IReadOnlyList<ThreadFailure> Failures { get; init; } = First is null ? [] : [First];

    /// <summary>True when an execution was given up because it got too long.</summary>
    public bool IsCutOff { get; init; }

    /// <summary>Different states met, in a search that tells them apart; else 0.</summary>
    public long States { get; init; }
}
