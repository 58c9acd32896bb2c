using System.Numerics;
using TwoDoors.Model.Claims;
using TwoDoors.Sim.Choice;

namespace TwoDoors.Sim.Explore;

/// <summary>Makes one verdict of the parts of an exploration. An exploration on one machine is the join of its only
/// part, so nothing can differ but what is counted twice: runs, calls and cuts are sums.</summary>
public static class PartJoin
{
    /// <summary>The verdict over all parts.</summary>
    /// <param name="subject">What was explored.</param>
    /// <param name="options">How.</param>
    /// <param name="parts">At least one.</param>
    public static Verdict Of(Subject subject, ExploreOptions options, IReadOnlyList<SearchPart> parts)
    {
        List<int> levels = Levels(parts, out Fingerprint sum);
        bool all = parts.Count == parts[0].Shard.Count;
        bool samples = parts[0].Samples;
        bool whole = parts.All(part => part.IsWhole);
        bool capped = parts.Any(part => part.Capped);
        List<Sighting> sightings = First(parts);
        if (all && whole && !capped && !samples)
            sightings.AddRange(subject.Properties.Where(claim => IsUnmet(claim, parts)).Select(c => Unmet(subject, c)));
        List<Violation> violations =
            [.. sightings.Select(s => s.Violation).OrderBy(found => subject.PlaceOf(found.Property))];
        bool exhausted = whole && !capped && !samples;
        bool bounded = samples || levels.Count > subject.HostCrashes;
        long states = levels.Sum(count => (long)count);
        return new Verdict(
            violations.Count > 0 ? Outcome.Violates : exhausted ? Outcome.Holds : Outcome.NotViolated,
            Closed: whole && !samples,
            bounded ? subject.HostCrashes ?? RandomDriver.CrashesMax : null,
            capped,
            Counts(parts, states),
            violations,
            Hash(parts, sum, states, violations),
            samples ? options.Seed : 0)
        {
            Part = parts.Count == 1 ? parts[0] : null,
            Executions = samples ? parts.Sum(part => part.Executions) : null,
            Progression = parts.Count == 1 ? parts[0].Progression : Progression.None,
        };
    }

    /// <summary>How many states have each number of crashes before them: a state that several parts met counts once,
    /// with the smallest number.</summary>
    private static List<int> Levels(IReadOnlyList<SearchPart> parts, out Fingerprint sum)
    {
        List<int> counts = [];
        HashSet<Fingerprint> met = [];
        sum = default;
        int most = parts.Max(part => part.States.Count);
        for (int level = 0; level < most; level++)
        {
            int count = 0;
            foreach (SearchPart part in parts.Where(part => level < part.States.Count))
            {
                foreach (Fingerprint state in part.States[level])
                {
                    if (parts.Count > 1 && !met.Add(state))
                        continue;
                    count++;
                    sum = sum.Plus(state);
                }
            }

            counts.Add(count);
        }

        while (counts.Count > 0 && counts[^1] == 0)
            counts.RemoveAt(counts.Count - 1);
        return counts;
    }

    private static List<Sighting> First(IReadOnlyList<SearchPart> parts)
    {
        SortedDictionary<string, Sighting> first = new(StringComparer.Ordinal);
        foreach (Sighting sighting in parts.SelectMany(part => part.Sightings))
        {
            string claim = sighting.Violation.Property;
            if (!first.TryGetValue(claim, out Sighting? known) || Rank.Compare(sighting.Rank, known.Rank) < 0)
                first[claim] = sighting;
        }

        return [.. first.Values];
    }

    private static bool IsUnmet(Property claim, IReadOnlyList<SearchPart> parts) =>
        claim.Time == ClaimTime.Sometimes && parts.All(part => part.NeverMet.Contains(claim.Name));

    private static Sighting Unmet(Subject subject, Property claim)
    {
        string says = $"no state meets it: {claim.Says}";
        Trace nothing = new(subject.Name, subject.Settings, claim.Name, says, []);
        return new Sighting(new Violation(claim.Name, says, 0, 0, 0, 0, nothing), []);
    }

    private static Counts Counts(IReadOnlyList<SearchPart> parts, long states)
    {
        BigInteger total = 0;
        foreach (SearchPart part in parts)
            total += part.CutsTotal ?? 0;
        return new Counts(
            states,
            parts.Sum(part => part.Runs),
            parts.Sum(part => part.Steps),
            parts[0].Samples ? states : parts.Sum(part => part.Cuts),
            parts[0].CutsTotal is null ? double.PositiveInfinity : (double)total,
            parts.Sum(part => part.Replays));
    }

    private static string Hash(
        IReadOnlyList<SearchPart> parts, Fingerprint sum, long states, List<Violation> violations)
    {
        Fingerprint hash = sum.Add(states);
        foreach (SearchPart part in parts.Where(part => part.Samples))
            hash = hash.Plus(part.Ends);
        hash = hash.Add(parts.Sum(part => part.Executions));
        foreach (Violation found in violations)
            hash = hash.Add(System.Text.Encoding.UTF8.GetBytes(found.Property));
        return hash.ToString();
    }
}
