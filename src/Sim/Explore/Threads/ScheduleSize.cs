namespace TwoDoors.Sim.Explore.Threads;

/// <summary>How much there is to follow in a schedule.</summary>
/// <param name="Steps">Events.</param>
/// <param name="Switches">Times a thread was left and came back later.</param>
/// <param name="Preemptions">Times a thread was left that could have gone on, whether it came back or not.</param>
/// <param name="Decisions">Times the next step was not the obvious one: who ran goes on, and where that one cannot, the
/// first that can. Who knows the program and these has the whole schedule.</param>
public readonly record struct ScheduleSize(int Steps, int Switches, int Preemptions, int Decisions)
{
    /// <summary>The size of a schedule.</summary>
    /// <param name="program">What runs.</param>
    /// <param name="schedule">Which thread made each step; what comes after a failure counts as well.</param>
    public static ScheduleSize Of(ThreadProgram program, IReadOnlyList<int> schedule)
    {
        ThreadMachine machine = new(program) { GoesOn = true };
        int preemptions = 0;
        int decisions = 0;
        foreach (int thread in schedule)
        {
            bool couldGoOn = machine.Continuing >= 0;
            int obvious = machine[couldGoOn ? machine.Continuing : 0];
            if (thread != obvious)
                decisions++;
            if (thread != obvious && couldGoOn)
                preemptions++;
            machine.Step(thread);
        }

        return new ScheduleSize(schedule.Count, SwitchesOf(schedule), preemptions, decisions);
    }

    /// <summary>Times a thread was left and came back later: one for each block but the last one of a thread.</summary>
    public static int SwitchesOf(IReadOnlyList<int> schedule) =>
        ScheduleBlock.Of(schedule).Count - schedule.Distinct().Count();
}
