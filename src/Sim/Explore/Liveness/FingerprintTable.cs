using TwoDoors.Model.Claims;

namespace TwoDoors.Sim.Explore.Liveness;

/// <summary>Gives fingerprints numbers, from 0, in the order in which they first come.</summary>
/// <remarks>A place of the table holds the number and 32 bits of the fingerprint, so that a place that belongs to
/// another one is nearly always passed without a look at that one.</remarks>
internal sealed class FingerprintTable
{
    private readonly Chunks<Fingerprint> all = new();
    private ulong[] places = new ulong[1 << 12];

    /// <summary>How many different ones came.</summary>
    public int Count => all.Count;

    /// <summary>The fingerprint of a number.</summary>
    public Fingerprint this[int number] => all[number];

    /// <summary>The number of a fingerprint, which may be new: then it is the highest one.</summary>
    public int NumberOf(in Fingerprint print)
    {
        int mask = places.Length - 1;
        ulong tag = print.High & 0xFFFFFFFF00000000;
        for (int at = (int)(print.Low & (uint)mask); ; at = (at + 1) & mask)
        {
            ulong place = places[at];
            if (place == 0)
            {
                places[at] = tag | (uint)(all.Count + 1);
                all.Add(print);
                if (all.Count > places.Length / 4 * 3)
                    Grow();
                return all.Count - 1;
            }

            int number = (int)(place & 0xFFFFFFFF) - 1;
            if ((place & 0xFFFFFFFF00000000) == tag && all[number] == print)
                return number;
        }
    }

    private void Grow()
    {
        ulong[] wider = new ulong[places.Length * 2];
        int mask = wider.Length - 1;
        for (int number = 0; number < all.Count; number++)
        {
            Fingerprint print = all[number];
            int at = (int)(print.Low & (uint)mask);
            while (wider[at] != 0)
                at = (at + 1) & mask;
            wider[at] = (print.High & 0xFFFFFFFF00000000) | (uint)(number + 1);
        }

        places = wider;
    }
}
