namespace TwoDoors.Sim.Explore.Threads;

/// <summary>A part of a schedule in which one thread makes all steps.</summary>
/// <param name="Thread">Its number.</param>
/// <param name="Steps">How many it makes, at least one.</param>
public readonly record struct ScheduleBlock(int Thread, int Steps)
{
    /// <summary>A schedule as blocks: neighbours are of different threads.</summary>
    public static IReadOnlyList<ScheduleBlock> Of(IReadOnlyList<int> schedule)
    {
        List<ScheduleBlock> blocks = [];
        foreach (int thread in schedule)
        {
            if (blocks.Count > 0 && blocks[^1].Thread == thread)
                blocks[^1] = new ScheduleBlock(thread, blocks[^1].Steps + 1);
            else
                blocks.Add(new ScheduleBlock(thread, 1));
        }

        return blocks;
    }

    /// <summary>Blocks as a schedule.</summary>
    public static int[] Join(IEnumerable<ScheduleBlock> blocks) =>
        [.. blocks.SelectMany(block => Enumerable.Repeat(block.Thread, block.Steps))];
}
