using TwoDoors.Model.Claims;
using TwoDoors.Sim.Choice;

namespace TwoDoors.Sim.Explore.Strategies;

/// <summary>Keeps executions that showed something new, and makes others from them: the first answers stay, then one is
/// changed, or all after it. New is a state, or two conflicting steps that follow each other in this order. What is not
/// taken from an earlier execution is partial order sampling.</summary>
/// <remarks>Source: the idea of coverage-guided fuzzing (M. Zalewski's afl), on schedules as in Wolff, Zhao, Duck,
/// Mathur, Roychoudhury, "Greybox Fuzzing for Concurrency Testing", ASPLOS 2024.</remarks>
internal sealed class CoverageGuided : SeededStrategy
{
    private const int KeptMax = 4096;
    private const int SeenMax = 4_000_000;
    private const int FreshIn = 4;

    private readonly PartialOrderSampling fresh = new();
    private readonly HashSet<Fingerprint> seen = [];
    private readonly Dictionary<long, (int Activity, AccessKind Kind)> lastAt = [];
    private readonly List<int[]> kept = [];
    private readonly List<int> answers = [];
    private int[] plan = [];
    private int changed;
    private bool followsOn;
    private bool isNew;

    /// <inheritdoc/>
    public override void Begin(ulong seed, long execution)
    {
        base.Begin(seed, execution);
        fresh.Begin(Random.Next(), execution);
        answers.Clear();
        lastAt.Clear();
        isNew = false;
        plan = [];
        if (kept.Count == 0 || Random.Below(FreshIn) == 0)
            return;

        // The later of two: what was found last is the edge of what is known.
        plan = kept[Math.Max(Random.Below(kept.Count), Random.Below(kept.Count))];
        changed = plan.Length == 0 ? 0 : Random.Below(plan.Length);
        followsOn = Random.Below(2) == 0;
    }

    /// <inheritdoc/>
    public override int Choose(IScheduling point)
    {
        See(point.StateFingerprint());
        int count = point.Count;
        int drawn = fresh.Choose(point);
        int chosen = count == 1 ? 0 : Answer(count, drawn);
        Touch(point[chosen], point.PendingAt(chosen));
        return chosen;
    }

    /// <inheritdoc/>
    public override int Pick(int count) => Answer(count, base.Pick(count));

    /// <inheritdoc/>
    public override void End(int steps, bool failed)
    {
        if (!isNew)
            return;
        if (kept.Count == KeptMax)
            kept.RemoveAt(Random.Below(KeptMax / 2));
        kept.Add([.. answers]);
    }

    private int Answer(int count, int drawn)
    {
        int place = answers.Count;
        bool follows = place < plan.Length && (place < changed || (followsOn && place > changed));
        int answer = follows ? plan[place] % count : drawn;
        answers.Add(answer);
        return answer;
    }

    private void Touch(int activity, in Footprint footprint)
    {
        for (int i = 0; i < footprint.Count; i++)
        {
            Access access = footprint[i];
            bool met = lastAt.TryGetValue(access.Object, out (int Activity, AccessKind Kind) before);
            if (met && before.Activity != activity
                && (before.Kind != access.Kind || access.Kind == AccessKind.Write))
            {
                See(Fingerprint.Empty.Add(access.Object)
                    .Add(((long)before.Activity << 8) | (uint)before.Kind)
                    .Add(((long)activity << 8) | (uint)access.Kind));
            }

            lastAt[access.Object] = (activity, access.Kind);
        }
    }

    private void See(in Fingerprint what)
    {
        if (seen.Count < SeenMax)
            isNew |= seen.Add(what);
    }
}
