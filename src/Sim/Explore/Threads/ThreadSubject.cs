using TwoDoors.Model.Claims;
using TwoDoors.Model.World;

namespace TwoDoors.Sim.Explore.Threads;

/// <summary>A program of threads as something to explore: there is no host, no disk and no crash.</summary>
public static class ThreadSubject
{
    /// <summary>The claim that every failure but a deadlock breaks.</summary>
    public const string NoFailure = "no-failure";

    /// <summary>The claim that a deadlock breaks.</summary>
    public const string NoDeadlock = "no-deadlock";

    /// <summary>The claim that threads break that go round for ever though nobody is treated unfairly.</summary>
    public const string NoLivelock = "no-livelock";

    /// <summary>The claim that a condition holds at some time.</summary>
    public const string Eventually = "eventually";

    /// <summary>The claims there are about a program.</summary>
    public static IReadOnlyList<Property> Claims(ProgramText program)
    {
        List<Property> claims = [Claim(NoFailure, "No assertion fails, in any schedule.")];
        if (program.DeadlockFails)
            claims.Add(Claim(NoDeadlock, "No threads wait for each other for ever."));
        if (!program.RunsForever)
            claims.Add(Claim(NoLivelock, "No threads go round for ever while nobody is treated unfairly."));
        if (program.Eventually is { } condition)
            claims.Add(Claim(Eventually, $"At some time, unless somebody is treated unfairly: {condition}."));
        return claims;
    }

    /// <summary>A program of which no more is looked at than some of its claims.</summary>
    public static ThreadProgram OnlyFor(ThreadProgram program, IReadOnlyList<Property> claims) => program with
    {
        DeadlockFails = claims.Any(claim => claim.Name == NoDeadlock),
        RunsForever = claims.All(claim => claim.Name != NoLivelock),
        Eventually = claims.Any(claim => claim.Name == Eventually) ? program.Eventually : null,
    };

    /// <summary>The subject.</summary>
    /// <param name="name">The scenario's name.</param>
    /// <param name="program">What runs.</param>
    /// <param name="claims">Those of <see cref="Claims"/> that are looked at.</param>
    /// <param name="settings">Settings to be written into traces.</param>
    public static Subject Of(
        string name,
        ThreadProgram program,
        IReadOnlyList<Property> claims,
        IReadOnlyList<KeyValuePair<string, string>> settings) => new()
        {
            Name = name,
            Settings = settings,
            Mounts = [],
            Profile = "none",
            NewLedger = () => new NothingKnown(),
            Boot = (_, _) => ValueTask.CompletedTask,
            Properties = claims,
            HostCrashes = 0,
            Program = program,
        };

    private static Property Claim(string name, string says) => new(name, says, ClaimTime.Always, _ => null);

    /// <summary>Threads tell the outside nothing.</summary>
    private sealed class NothingKnown : ILedger
    {
        public void Hand(string activity, FilePath channel, FilePath subject, ReadOnlySpan<byte> bytes)
        {
        }

        public bool Reach<TPoint>(string activity, TPoint point)
            where TPoint : struct, Enum => false;

        public void Crash()
        {
        }

        public ILedger Copy() => this;

        public Fingerprint Fingerprint() => Model.Claims.Fingerprint.Empty;

        public string Describe() => "";
    }
}
