using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Tests.Explore.Strategies;

/// <summary>The exact chance that partial order sampling fails on a program of two threads without locks. What is known
/// of a priority is a density on [0, 1], and densities stay polynomials: a fresh priority has density 1; one that lost
/// against a fresh one has its density times 1 - x; one that lost against one of density f has the density of being
/// below it.</summary>
internal sealed class PolynomialOracle(ThreadProgram program)
{
    private readonly ThreadMachine machine = new(program) { KeepsUndo = true };

    public double Chance() => Chance([1], [1]);

    /// <param name="first">Density of the priority of thread 0; at most one of the two is not fresh.</param>
    /// <param name="second">Density of thread 1's.</param>
    private double Chance(double[] first, double[] second)
    {
        if (machine.Failure is not null)
            return 1;
        if (machine.Count < 2)
            return machine.Count == 0 ? 0 : Alone();
        bool races = machine.PendingAt(0).Conflicts(machine.PendingAt(1));
        double firstWins = Integral(Product(first, Below(second)));
        return (firstWins * After(0, [1], races ? [1] : Normal(Product(second, Above(first)))))
            + ((1 - firstWins) * After(1, races ? [1] : Normal(Product(first, Above(second))), [1]));
    }

    private double After(int thread, double[] first, double[] second)
    {
        machine.Step(thread);
        double chance = Chance(first, second);
        machine.Undo();
        return chance;
    }

    private double Alone()
    {
        machine.Step(machine[0]);
        double chance = Chance([1], [1]);
        machine.Undo();
        return chance;
    }

    /// <summary>The chance that one of this density is below x.</summary>
    private static double[] Below(double[] density)
    {
        double[] sum = new double[density.Length + 1];
        for (int i = 0; i < density.Length; i++)
            sum[i + 1] = density[i] / (i + 1);
        return sum;
    }

    private static double[] Above(double[] density)
    {
        double[] above = [.. Below(density).Select(one => -one)];
        above[0] += 1;
        return above;
    }

    private static double[] Product(double[] left, double[] right)
    {
        double[] product = new double[left.Length + right.Length - 1];
        for (int i = 0; i < left.Length; i++)
        {
            for (int j = 0; j < right.Length; j++)
                product[i + j] += left[i] * right[j];
        }

        return product;
    }

    private static double Integral(double[] density) => Below(density).Sum();

    private static double[] Normal(double[] density)
    {
        double whole = Integral(density);
        return [.. density.Select(one => one / whole)];
    }
}
