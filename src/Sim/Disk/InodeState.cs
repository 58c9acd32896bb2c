using TwoDoors.Model.Claims;
using TwoDoors.Model.World;

namespace TwoDoors.Sim.Disk;

/// <summary>Mode, owner, group, and the time where a protocol set it itself.</summary>
internal readonly record struct Attributes(int Mode, int UserId, int GroupId, long SetTime)
{
    /// <summary>A hash of these together with what never changes of an inode.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="number">Its number where numbers are reused and so visible; else 0.</param>
    public ulong Hash(FileKind kind, int number) => Fingerprint.Empty
        .Absorb(Pair(Mode, (int)kind), Pair(UserId, GroupId))
        .Absorb(unchecked((ulong)SetTime), (ulong)number)
        .Add(0UL)
        .Low;

    private static ulong Pair(int first, int second) => unchecked(((ulong)(uint)first << 32) | (uint)second);
}

/// <summary>One inode in one crash state, as far as the fingerprint of the state goes.</summary>
internal struct InodeState
{
    /// <summary>The sum over its names.</summary>
    public Fingerprint Names;

    /// <summary>The fingerprint of its length and bytes, or of the target of a symbolic link.</summary>
    public Fingerprint Content;

    public ulong Attributes;

    public int NameCount;

    /// <summary>What the inode adds to the fingerprint of the crash state: nothing while no name leads to it.</summary>
    /// <remarks>Each part is a sum of hashes already, so one round of mixing ties them together.</remarks>
    public readonly Fingerprint Term()
    {
        if (NameCount == 0)
            return default;
        unchecked
        {
            ulong high = Mix(Names.High + (Content.Low * 0x9FB21C651E98DF25) + Attributes);
            ulong rest = Attributes * 0x9E3779B97F4A7C15;
            ulong low = Mix((Names.Low ^ (Content.High * 0xD6E8FEB86659FD93)) + rest + high);
            return new Fingerprint(high, low);
        }
    }

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 32)) * 0xD6E8FEB86659FD93;
            z = (z ^ (z >> 29)) * 0xBF58476D1CE4E5B9;
            return z ^ (z >> 32);
        }
    }
}
