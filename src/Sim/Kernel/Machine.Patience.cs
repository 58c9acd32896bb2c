using TwoDoors.Model.Claims;

namespace TwoDoors.Sim.Kernel;

/// <content>How long a boot may take, and who waits for what when it does not end.</content>
/// <remarks>Time is counted in rounds: a round is over when everybody who could go on all through it has made a call.
/// So nobody is blamed for a schedule that keeps another one waiting, and with one activity a round is a call. Source:
/// asynchronous rounds, as in S. Dolev, "Self-Stabilization", 2000.</remarks>
public sealed partial class Machine
{
    private int limit;
    private int patientFrom;
    private int faultsSeen;
    private int rounds;
    private int roundFrom;

    /// <summary>A boot that goes on for more rounds than this after everything that went wrong is taken for one that
    /// never ends; where it is not set, only the limit for all calls of a boot counts.</summary>
    public int? Patience { get; init; }

    /// <summary>True when it was <see cref="Patience"/> that ended the run.</summary>
    public bool IsOutOfPatience => rounds > Patience;

    /// <summary>Who waits for what, of those that have not ended.</summary>
    public string Waiting => string.Join("; ", activities.Where(a => !a.Ended).Select(WaitOf));

    /// <summary>Who holds which file by flock; empty when nobody does.</summary>
    public string Held => string.Join("; ", activities.SelectMany(
        a => a.Calls.Locked.Select(file => $"{a.Name} holds {file.ShownPath}")));

    private bool IsUnfair => Patience is not null && Steps <= stepsMax && !IsOutOfPatience;

    /// <summary>Something went wrong, or the boot begins: rounds count from here.</summary>
    private void BePatient()
    {
        faultsSeen = kernel.Faults.Spent;
        patientFrom = Steps;
        roundFrom = Steps;
        rounds = 0;
        SetLimit();
    }

    /// <summary>Alone, one round is a call. Of several, some calls more are waited for: fair runs have come to their
    /// rounds by then, if each makes every other call at least.</summary>
    private void SetLimit()
    {
        long calls = activities.Count > 1 ? 2L * activities.Count * (Patience ?? 0) : Patience ?? 0;
        limit = Patience is null ? stepsMax : (int)Math.Min(stepsMax, patientFrom + calls);
    }

    private void CountRounds()
    {
        if (kernel.Faults.Spent != faultsSeen)
            BePatient();
        else if (!activities.Exists(HoldsUp))
            rounds++;
        else
            return;
        roundFrom = Steps;
        if (IsOutOfPatience)
            limit = Steps - 1;
    }

    /// <summary>True when the round waits for this one. Who waits for the clock is not held up by others.</summary>
    private bool HoldsUp(Activity activity) =>
        activity.Parked && activity.WakeAt is null && activity.ReadySince <= roundFrom;

    private Fingerprint PatienceFingerprint()
    {
        Fingerprint sum = Fingerprint.Empty.Add(Steps - patientFrom).Add(rounds);
        foreach (Activity activity in activities)
            sum = sum.Add(HoldsUp(activity) ? 1L : 0L);
        return sum;
    }

    private string WaitOf(Activity activity)
    {
        Activity? other = activities.Find(a => a.Joiners.Contains(activity));
        if (other is not null)
            return $"{activity.Name} waits for {(other == activity ? "itself" : other.Name)} to end";
        return !activity.Parked ? $"{activity.Name} waits for nothing that can come"
            : KeepsCalls ? $"{activity.Name} stands before {activity.DescribePending()}"
            : $"{activity.Name} stands before a call";
    }
}
