using TwoDoors.Sim.Choice;

namespace TwoDoors.Sim.Kernel.Files;

/// <summary>Asks whether an eligible call fails, one question a call, and only while the budget allows a
/// fault.</summary>
internal static class FaultQuestions
{
    /// <summary>No fault.</summary>
    internal const int None = -1;

    /// <summary>The words of the answers, in the order of <see cref="FaultKind"/>.</summary>
    private static readonly string[] Words =
    [
        "EIO", "EIO", "EIO", "EIO", "EIO", "EIO", "ENOSPC", "EDQUOT", "short write", "EINVAL", "lost reply",
    ];

    internal static int Bit(FaultKind kind) => 1 << (int)kind;

    /// <summary>Asks.</summary>
    /// <param name="budget">Spent from when there is a fault.</param>
    /// <param name="choices">Who answers.</param>
    /// <param name="eligible">Bits of the kinds that this call can meet.</param>
    /// <param name="label">The call in words.</param>
    /// <returns>A <see cref="FaultKind"/> as a number, or <see cref="None"/>.</returns>
    internal static int Ask(FaultBudget budget, IChoices choices, int eligible, string label)
    {
        List<string> answers = ["none"];
        List<int> kinds = [None];
        for (int kind = 0; kind < Words.Length; kind++)
        {
            if ((eligible & budget.Open & (1 << kind)) == 0)
                continue;
            answers.Add(Words[kind]);
            kinds.Add(kind);
        }

        int picked = kinds[choices.Pick("fault " + label, answers)];
        if (picked != None)
            budget.Spend((FaultKind)picked);
        return picked;
    }
}
