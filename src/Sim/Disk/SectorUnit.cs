using TwoDoors.Model.Claims;

namespace TwoDoors.Sim.Disk;

/// <summary>The bytes of one unit of a file at one time; zeros follow what is stored.</summary>
internal sealed class SectorVersion(byte[] bytes)
{
    private readonly bool shared;
    private int knownLength = -1;
    private Fingerprint known;

    private SectorVersion(byte[] bytes, bool shared)
        : this(bytes) => this.shared = shared;

    /// <summary>Never written: zeros.</summary>
    public static SectorVersion Zeros { get; } = new([], shared: true);

    /// <summary>A block that was given to the file and not written: what somebody else left there.</summary>
    public static SectorVersion Garbage { get; } = new(Enumerable.Repeat((byte)0xDB, 4096).ToArray(), shared: true);

    public ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>The fingerprint of the first bytes: those that the length of the file shows.</summary>
    public Fingerprint UpTo(int length)
    {
        if (length == knownLength)
            return known;
        Fingerprint computed = Compute(length);
        if (!shared)
        {
            known = computed;
            knownLength = length;
        }

        return computed;
    }

    private Fingerprint Compute(int length)
    {
        ReadOnlySpan<byte> shown = bytes.AsSpan(0, Math.Min(length, bytes.Length)).TrimEnd((byte)0);
        return Fingerprint.Empty.Add(length).Add(shown);
    }
}

/// <summary>A unit of persistence: the bytes of one sector of one file.</summary>
internal sealed class SectorUnit(int index, SectorVersion start)
{
    public int Index => index;

    /// <summary>What the crash state that is looked at holds.</summary>
    public SectorVersion View { get; set; } = start;

    /// <summary>The atom that changed it last, or -1.</summary>
    public int Last { get; set; } = -1;

    /// <summary>The newest atom that is durable: older ones no longer show.</summary>
    public int Durable { get; set; } = -1;

    /// <summary>How often it was changed since the host started.</summary>
    public int Count { get; set; }
}
