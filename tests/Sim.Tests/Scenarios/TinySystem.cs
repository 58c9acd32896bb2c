using System.Text;
using TwoDoors.Model.Claims;
using TwoDoors.Model.World;
using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Scenarios;

namespace TwoDoors.Sim.Tests.Scenarios;

/// <summary>A system with one key of its own, for tests of what all systems share.</summary>
internal sealed class TinySystem : ISystem
{
    public const string Good =
        """
        scenario: tiny/good
        claim: Nothing is lost.
        source: the tests
        system: tiny
        variant: durable
        disk: { profile: xfs, mounts: [/A] }
        faults: { crashes: any, eio-read: 1 }
        properties: [no-loss]
        expect: holds
        """;

    public string Name => "tiny";

    public static Scenario Load(string text, params string[] settings) =>
        Scenario.Load("scenarios/x.yaml", text, [.. settings.Select(Setting.Parse)], [new TinySystem()]);

    public Subject Build(ScenarioFile file)
    {
        string variant = file.Keys.Word("variant", ["durable", "as-written"]);
        StartContent content = new(["/A", "/B"], [new("/A/m", Encoding.UTF8.GetBytes(variant))]);
        return file.Subject(content, () => new NoLedger(), Boot, [Claim("no-loss"), Claim("no-duplicate")], ["file"]);
    }

    private static ValueTask Boot(IHost host, IChoices choices) => ValueTask.CompletedTask;

    private static Property Claim(string name) => new(name, name, ClaimTime.Always, _ => null);

    private sealed class NoLedger : ILedger
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

        public string Describe() => "nothing";
    }
}
