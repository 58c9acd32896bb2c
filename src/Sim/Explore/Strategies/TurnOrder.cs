namespace TwoDoors.Sim.Explore.Strategies;

/// <summary>How a tape numbers who goes on: 0 is whoever made the last step, so that a quiet tape switches nowhere; the
/// others follow in their order.</summary>
internal static class TurnOrder
{
    /// <summary>The answer by which the activity at an index goes on.</summary>
    public static int AnswerOf(IScheduling point, int index)
    {
        int first = point.Continuing;
        if (first < 0)
            return index;
        if (index == first)
            return 0;
        return index < first ? index + 1 : index;
    }

    /// <summary>The index of the activity that an answer means.</summary>
    public static int IndexOf(IScheduling point, int answer)
    {
        int first = point.Continuing;
        if (first < 0)
            return answer;
        if (answer == 0)
            return first;
        return answer <= first ? answer - 1 : answer;
    }
}
