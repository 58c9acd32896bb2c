using TwoDoors.Model.Claims;
using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Disk;
using TwoDoors.Sim.Kernel.Files;

namespace TwoDoors.Sim.Tests.Kernel.Dependence;

/// <summary>Makes pairs of calls in both orders.</summary>
internal static class Commuting
{
    /// <summary>The first pair that the footprints let commute and that does not, in words; null where there is
    /// none.</summary>
    /// <param name="options">The disk.</param>
    /// <param name="fault">A kind that may happen twice, or null.</param>
    /// <param name="pairs">How many pairs to try.</param>
    /// <param name="crashes">Whether a crash may come.</param>
    /// <param name="wrong">Accesses to this facet are forgotten; null forgets nothing.</param>
    public static string? Disagreement(DiskOptions options, string? fault, int pairs, bool crashes, Facet? wrong)
    {
        TwoProcesses machine = new(options, fault);
        for (int seed = 0; seed < pairs; seed++)
        {
            RandomPair pair = RandomPair.Draw(seed);
            machine.Put(pair.Before, pair.FaultAt);
            Footprint first = machine.Foresee(0, pair.First, crashes);
            Footprint second = machine.Foresee(1, pair.Second, crashes);
            if (crashes && (wrong is null or Facet.Crash) && Shrinks(machine, pair, Without(first, wrong)))
                return $"{pair}: the first takes crash states away and does not say so";
            if (!Meet(first, second, wrong) && Differ(machine, pair, crashes) is string how)
                return $"{pair}: {how}";
        }

        return null;
    }

    /// <summary>True where the footprints conflict. What a crash may leave is another question: see
    /// <see cref="Shrinks"/>.</summary>
    private static bool Meet(in Footprint first, in Footprint second, Facet? wrong) =>
        Without(Without(first, Facet.Crash), wrong).Conflicts(Without(Without(second, Facet.Crash), wrong));

    /// <summary>The first pair of calls whose orders answer alike and count as one state, but are not: the files or the
    /// crash states differ.</summary>
    public static string? Confusion(DiskOptions options, string? fault, int pairs)
    {
        TwoProcesses machine = new(options, fault);
        for (int seed = 0; seed < pairs; seed++)
        {
            RandomPair pair = RandomPair.Draw(seed);
            machine.Put(pair.Before, pair.FaultAt);
            string one = machine.Run(0, pair.First, pair.FirstAnswer);
            string told = $"{one}, {machine.Run(1, pair.Second, pair.SecondAnswer)}, {machine.Untold()}";
            (string files, HashSet<Fingerprint> crashes) = (machine.Files(), machine.Crashes());
            machine.Put(pair.Before, pair.FaultAt);
            string other = machine.Run(1, pair.Second, pair.SecondAnswer);
            if (told != $"{machine.Run(0, pair.First, pair.FirstAnswer)}, {other}, {machine.Untold()}")
                continue;
            string reversed = machine.Files();
            if (files != reversed || !crashes.SetEquals(machine.Crashes()))
                return $"{pair}: {told}\n{files}\nin the other order:\n{reversed}";
        }

        return null;
    }

    private static string? Differ(TwoProcesses machine, RandomPair pair, bool crashes)
    {
        machine.Put(pair.Before, pair.FaultAt);
        string one = machine.Run(0, pair.First, pair.FirstAnswer);
        string other = machine.Run(1, pair.Second, pair.SecondAnswer);
        string answers = $"{one}, {other}\n{machine.Files()}";
        string untold = machine.Untold();
        HashSet<Fingerprint> states = crashes ? machine.Crashes() : [];
        machine.Put(pair.Before, pair.FaultAt);
        other = machine.Run(1, pair.Second, pair.SecondAnswer);
        one = machine.Run(0, pair.First, pair.FirstAnswer);
        string reversed = $"{one}, {other}\n{machine.Files()}";
        bool same = answers == reversed;
        if (crashes)
            same &= untold == machine.Untold() && states.SetEquals(machine.Crashes());
        return same ? null : $"{answers}\nin the other order:\n{reversed}";
    }

    /// <summary>True for a call that takes a crash state away although it says that it only adds some. The machine is
    /// in the state before the call.</summary>
    private static bool Shrinks(TwoProcesses machine, RandomPair pair, in Footprint footprint)
    {
        Access shrinks = new(AccessList.ObjectOf(Facet.Crash), 0, AccessKind.Write);
        for (int i = 0; i < footprint.Count; i++)
        {
            if (footprint[i] == shrinks)
                return false;
        }

        HashSet<Fingerprint> before = machine.Crashes();
        machine.Run(0, pair.First, pair.FirstAnswer);
        return !before.IsSubsetOf(machine.Crashes());
    }

    private static Footprint Without(in Footprint footprint, Facet? facet)
    {
        List<Access> kept = [];
        for (int i = 0; i < footprint.Count; i++)
        {
            if (facet is null || (footprint[i].Object & 0xFF) != AccessList.ObjectOf(facet.Value))
                kept.Add(footprint[i]);
        }

        return Footprint.Of([.. kept]);
    }
}
