using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Tests.Explore.Strategies;

/// <summary>The exact chance that PCT fails on a program whose threads all run from the start: every order of
/// priorities with every choice of steps after which somebody goes to the back, tried one by one.</summary>
internal sealed class PriorityOracle(ThreadProgram program, int depth, int length)
{
    private readonly ThreadMachine machine = new(program);
    private readonly int[] changes = new int[depth - 1];
    private long tried;
    private long failed;

    public double Chance()
    {
        Permute([.. Enumerable.Range(0, program.Threads.Count)], 0);
        return (double)failed / tried;
    }

    private void Permute(int[] order, int from)
    {
        if (from == order.Length)
        {
            Place(order, 0);
            return;
        }

        for (int i = from; i < order.Length; i++)
        {
            (order[from], order[i]) = (order[i], order[from]);
            Permute(order, from + 1);
            (order[from], order[i]) = (order[i], order[from]);
        }
    }

    private void Place(int[] order, int change)
    {
        if (change == changes.Length)
        {
            tried++;
            if (Fails(order))
                failed++;
            return;
        }

        for (int step = 1; step <= length; step++)
        {
            changes[change] = step;
            Place(order, change + 1);
        }
    }

    private bool Fails(int[] order)
    {
        int[] priorities = [.. order.Select(place => place + 1)];
        machine.Reset();
        while (machine.Count > 0)
        {
            int best = machine[0];
            for (int i = 1; i < machine.Count; i++)
            {
                if (priorities[machine[i]] > priorities[best])
                    best = machine[i];
            }

            machine.Step(best);
            for (int change = 0; change < changes.Length; change++)
            {
                if (changes[change] == machine.Steps)
                    priorities[best] = -change;
            }
        }

        return machine.Failure is not null || machine.IsDeadlocked;
    }
}
