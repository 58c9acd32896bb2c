using TwoDoors.Sim.Explore.Threads;
using Xunit;

namespace TwoDoors.Sim.Tests.Explore.Strategies;

/// <summary>Samples of executions against what is known of all.</summary>
internal static class Samples
{
    /// <summary>Half the width of the 99.9 % confidence interval, in standard deviations.</summary>
    private const double Width = 3.2905;

    private const int Executions = 100_000;

    /// <summary>The share of failing executions is what it should be, within the 99.9 % confidence interval.</summary>
    public static void AssertChance(double expected, ThreadProgram program, string strategy)
    {
        ThreadVerdict verdict = ThreadSearches.Run(
            program, new ThreadOptions { Strategy = strategy, Executions = Executions });
        double width = Width * Math.Sqrt(expected * (1 - expected) / Executions);
        double measured = (double)verdict.FailedTraces / Executions;
        Assert.True(
            Math.Abs(measured - expected) <= width,
            $"{strategy}: {measured:F5} of the executions fail, expected {expected:F5} within {width:F5}");
    }

    /// <summary>All values that the first variable has at the end are equally frequent.</summary>
    /// <param name="values">How many there are.</param>
    public static void AssertUniform(int values, ThreadProgram program, string strategy)
    {
        const int PerValue = 2000;
        ThreadSampler sampler = new(program, new ThreadOptions { Strategy = strategy });
        SortedDictionary<int, int> seen = [];
        for (int execution = 0; execution < values * PerValue; execution++)
        {
            sampler.Repeat(execution);
            int value = sampler.ValueOf(0);
            seen[value] = seen.GetValueOrDefault(value) + 1;
        }

        Assert.Equal(values, seen.Count);
        double chiSquare = seen.Values.Sum(count => Math.Pow(count - PerValue, 2) / PerValue);

        // Wilson and Hilferty's approximation of the 99.9 % quantile.
        double freedom = values - 1;
        double quantile = freedom * Math.Pow(1 - (2 / (9 * freedom)) + (3.0902 * Math.Sqrt(2 / (9 * freedom))), 3);
        Assert.True(chiSquare < quantile, $"{strategy}: chi-square {chiSquare:F1}, expected less than {quantile:F1}");
    }
}
