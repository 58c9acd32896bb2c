using TwoDoors.Model.Claims;

namespace TwoDoors.Sim.Explore;

/// <summary>Runs random executions twice each and compares everything that could be observed: first on a machine that
/// has run all the earlier ones, then on a new one. Whatever leaks from one run into another shows as another
/// hash.</summary>
internal sealed class DoubleRuns
{
    /// <summary>So many run on the old machine before they run again, in the opposite order.</summary>
    private const int Block = 64;

    private readonly Subject subject;
    private readonly ulong seed;
    private readonly Laboratory old;
    private readonly int length;
    private readonly Fingerprint[] hashes = new Fingerprint[Block];

    /// <summary>Prepares the old machine.</summary>
    public DoubleRuns(Subject subject, ulong seed)
    {
        this.subject = subject;
        this.seed = seed;
        old = new Laboratory(subject);
        length = BootLength.Of(old);
    }

    /// <summary>Runs.</summary>
    /// <param name="count">How many executions.</param>
    /// <returns>The first of which the two hashes differ, or null.</returns>
    public Difference? Run(long count)
    {
        Execution again = new(old);
        RandomDriver driver = new(old, new UniformTurns(), length);
        for (long first = 0; first < count; first += Block)
        {
            int block = (int)Math.Min(Block, count - first);
            for (int i = 0; i < block; i++)
                hashes[i] = HashOf(again, driver, first + i);
            for (int i = block - 1; i >= 0; i--)
            {
                Fingerprint second = OnNewMachine(first + i);
                if (second != hashes[i])
                    return new Difference(first + i, RandomSearch.SeedOf(seed, first + i), hashes[i], second);
            }
        }

        return null;
    }

    private Fingerprint OnNewMachine(long number)
    {
        Laboratory fresh = new(subject, old.Start.Image);
        return HashOf(new Execution(fresh), new RandomDriver(fresh, new UniformTurns(), length), number);
    }

    private Fingerprint HashOf(Execution execution, RandomDriver driver, long number)
    {
        driver.Begin(RandomSearch.SeedOf(seed, number));
        execution.Run(driver);
        return execution.Hash;
    }
}

/// <summary>An execution that did not repeat.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Seed">Its own seed.</param>
/// <param name="First">Its hash on a machine that has run others.</param>
/// <param name="Second">Its hash on a new machine.</param>
internal sealed record Difference(long Number, ulong Seed, Fingerprint First, Fingerprint Second);
