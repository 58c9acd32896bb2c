using TwoDoors.Model.Claims;
using TwoDoors.Model.World;

namespace TwoDoors.Sim.Tests.Explore.Boots;

/// <summary>What the outside was told, in order.</summary>
internal sealed class ListLedger : ILedger
{
    public string Text { get; private set; } = "";

    public void Hand(string activity, FilePath channel, FilePath subject, ReadOnlySpan<byte> bytes) =>
        Text = $"{Text}{subject}"[Math.Max(0, Text.Length - 3)..];

    public bool Reach<TPoint>(string activity, TPoint point)
        where TPoint : struct, Enum
    {
        bool changes = point is RandomBoot.Point.Reached && !Text.EndsWith('r');
        if (changes)
            Text += "r";
        return changes;
    }

    public void Crash() => Text = Text.Length > 0 ? Text[..1] : "";

    public ILedger Copy() => new ListLedger { Text = Text };

    public Fingerprint Fingerprint() =>
        TwoDoors.Model.Claims.Fingerprint.Empty.Add(System.Text.Encoding.ASCII.GetBytes(Text));

    public string Describe() => Text;
}
