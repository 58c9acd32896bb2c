using System.Collections;

namespace TwoDoors.Sim.Explore.Threads;

/// <summary>Schedules without one round of a loop, then without a round of each of two threads: what two threads do in
/// turn can be left out of both only.</summary>
/// <param name="machine">Any execution of it may be lost.</param>
/// <param name="schedule">What is made smaller.</param>
internal sealed class ThreadRounds(ThreadMachine machine, int[] schedule) : IEnumerable<int[]>
{
    /// <inheritdoc/>
    public IEnumerator<int[]> GetEnumerator()
    {
        List<bool[]> rounds = Rounds();
        foreach (bool[] round in rounds)
            yield return Without(round, round);
        for (int first = 0; first < rounds.Count; first++)
        {
            for (int second = first + 1; second < rounds.Count; second++)
                yield return Without(rounds[first], rounds[second]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int[] Without(bool[] first, bool[] second) =>
        [.. schedule.Where((_, step) => !first[step] && !second[step])];

    /// <summary>The steps of a thread from a place in its code to the next time that it is there, for the first place
    /// that it comes back to.</summary>
    private List<bool[]> Rounds()
    {
        int[] places = new int[schedule.Length];
        machine.Reset();
        for (int step = 0; step < schedule.Length; step++)
        {
            places[step] = machine.PlaceOf(schedule[step]);
            machine.Step(schedule[step]);
        }

        List<bool[]> rounds = [];
        foreach (int thread in schedule.Distinct())
        {
            int[] steps = [.. Enumerable.Range(0, schedule.Length).Where(step => schedule[step] == thread)];
            int[] repeated = [.. steps.Where(step => steps.Count(other => places[other] == places[step]) > 1)];
            if (repeated.Length == 0)
                continue;
            int[] starts = [.. repeated.Where(step => places[step] == places[repeated[0]])];
            for (int round = 1; round < starts.Length; round++)
                rounds.Add(Between(thread, starts[round - 1], starts[round]));
        }

        return rounds;
    }

    private bool[] Between(int thread, int start, int end)
    {
        bool[] round = new bool[schedule.Length];
        for (int step = start; step < end; step++)
            round[step] = schedule[step] == thread;
        return round;
    }
}
