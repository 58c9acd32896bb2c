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

    /// <summary>The claims there are about a program.</summary>
    /// <param name="deadlockFails">False where threads may wait for each other for ever.</param>
    public static IReadOnlyList<Property> Claims(bool deadlockFails)
    {
        Property failure = new(NoFailure, "No assertion fails, in any schedule.", ClaimTime.Always, _ => null);
        Property deadlock = new(NoDeadlock, "No threads wait for each other for ever.", ClaimTime.Always, _ => null);
        return deadlockFails ? [failure, deadlock] : [failure];
    }

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
