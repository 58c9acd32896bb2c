namespace TwoDoors.Sim.Explore.Threads;

/// <summary>What one can take out of a schedule.</summary>
public static class ScheduleRemovals
{
    /// <summary>The schedule without any one step, and without any one switch. A schedule from which none of them can
    /// be taken is 1-minimal.</summary>
    /// <remarks>A schedule says who makes a step, and not which: to take any step out of a block is to make the block
    /// one step shorter, so there is one removal for each block. A switch is taken out by letting the thread that is
    /// left make its next block first, or its last one later.</remarks>
    public static IEnumerable<int[]> Single(IReadOnlyList<int> schedule)
    {
        IReadOnlyList<ScheduleBlock> blocks = ScheduleBlock.Of(schedule);
        for (int at = blocks.Count - 1; at >= 0; at--)
            yield return Shorter(blocks, at, 1);
        foreach (int[] merged in Merged(schedule))
            yield return merged;
    }

    /// <summary>Without one context switch.</summary>
    internal static IEnumerable<int[]> Merged(IReadOnlyList<int> schedule)
    {
        IReadOnlyList<ScheduleBlock> blocks = ScheduleBlock.Of(schedule);
        for (int at = 0; at < blocks.Count; at++)
        {
            int back = NextOf(blocks, at);
            if (back < 0)
                continue;
            yield return ScheduleBlock.Join(
                [.. blocks.Take(at + 1), blocks[back], .. blocks.Take(back).Skip(at + 1), .. blocks.Skip(back + 1)]);
            yield return ScheduleBlock.Join(
                [.. blocks.Take(at), .. blocks.Take(back).Skip(at + 1), blocks[at], .. blocks.Skip(back)]);
        }
    }

    /// <summary>Without half of the threads, a quarter, and so on.</summary>
    /// <param name="schedule">The schedule as it is when the next one is asked for.</param>
    internal static IEnumerable<int[]> WithoutThreads(Func<IReadOnlyList<int>> schedule)
    {
        int[] threads = [.. schedule().Distinct()];
        for (int size = (threads.Length + 1) / 2; size > 0; size /= 2)
        {
            foreach (int[] some in threads.Chunk(size))
            {
                if (schedule().Any(some.Contains))
                    yield return [.. schedule().Where(thread => !some.Contains(thread))];
            }
        }
    }

    /// <summary>Without half of the blocks, a quarter, and so on, the last ones first.</summary>
    /// <param name="schedule">The schedule as it is when the next one is asked for.</param>
    internal static IEnumerable<int[]> WithoutBlocks(Func<IReadOnlyList<int>> schedule)
    {
        for (int size = ScheduleBlock.Of(schedule()).Count / 2; size > 0; size /= 2)
        {
            int at = int.MaxValue;
            while (at > 0)
            {
                IReadOnlyList<ScheduleBlock> blocks = ScheduleBlock.Of(schedule());
                at = Math.Max(0, Math.Min(at, blocks.Count) - size);
                yield return ScheduleBlock.Join([.. blocks.Take(at), .. blocks.Skip(at + size)]);
            }
        }
    }

    /// <summary>All blocks of one thread made one: where the first is, or where the last is.</summary>
    internal static IEnumerable<int[]> Gathered(IReadOnlyList<int> schedule)
    {
        foreach (int thread in schedule.Distinct())
        {
            int[] own = [.. schedule.Where(one => one == thread)];
            int first = 0;
            while (schedule[first] != thread)
                first++;
            int last = schedule.Count - 1;
            while (schedule[last] != thread)
                last--;
            if (last - first + 1 == own.Length)
                continue;
            int[] between = [.. schedule.Take(last).Skip(first).Where(one => one != thread)];
            yield return [.. schedule.Take(first), .. own, .. between, .. schedule.Skip(last + 1)];
            yield return [.. schedule.Take(first), .. between, .. own, .. schedule.Skip(last + 1)];
        }
    }

    /// <summary>With half of a block, with three quarters of it, and so on, the last block first.</summary>
    internal static IEnumerable<int[]> Shortened(IReadOnlyList<int> schedule)
    {
        IReadOnlyList<ScheduleBlock> blocks = ScheduleBlock.Of(schedule);
        for (int at = blocks.Count - 1; at >= 0; at--)
        {
            for (int less = blocks[at].Steps / 2; less > 0; less /= 2)
                yield return Shorter(blocks, at, less);
        }
    }

    private static int[] Shorter(IReadOnlyList<ScheduleBlock> blocks, int at, int less)
    {
        List<ScheduleBlock> shorter = [.. blocks];
        shorter[at] = blocks[at] with { Steps = blocks[at].Steps - less };
        return ScheduleBlock.Join(shorter);
    }

    private static int NextOf(IReadOnlyList<ScheduleBlock> blocks, int at)
    {
        for (int next = at + 1; next < blocks.Count; next++)
        {
            if (blocks[next].Thread == blocks[at].Thread)
                return next;
        }

        return -1;
    }
}
