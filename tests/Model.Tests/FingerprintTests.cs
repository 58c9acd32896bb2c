using TwoDoors.Model.Claims;
using Xunit;

namespace TwoDoors.Model.Tests;

public class FingerprintTests
{
    [Fact]
    public void Add_TwoNumbers_DependsOnBothAndOnTheirOrder()
    {
        Fingerprint[] sums =
        [
            Fingerprint.Empty.Add(0UL, 0UL),
            Fingerprint.Empty.Add(0UL, 1UL),
            Fingerprint.Empty.Add(1UL, 0UL),
            Fingerprint.Empty.Add(1UL, 1UL),
            Fingerprint.Empty.Add(0UL, 0UL).Add(0UL, 0UL),
        ];

        Assert.Equal(sums.Length, sums.Distinct().Count());
    }

    [Fact]
    public void Add_OneBitOfEitherNumber_ChangesHalfOfTheBitsOfBothHalvesAfterAnotherRound()
    {
        // Avalanche: 128 bits, of which half change; 5 standard deviations of the mean over 128 inputs are 2.5.
        double changed = 0;
        for (int bit = 0; bit < 128; bit++)
        {
            Fingerprint flipped = bit < 64
                ? Fingerprint.Empty.Add(1UL << bit, 0UL)
                : Fingerprint.Empty.Add(0UL, 1UL << (bit - 64));
            Fingerprint one = Fingerprint.Empty.Add(0UL, 0UL).Add(7UL, 7UL);
            Fingerprint two = flipped.Add(7UL, 7UL);
            changed += ulong.PopCount(one.High ^ two.High) + ulong.PopCount(one.Low ^ two.Low);
        }

        Assert.InRange(changed / 128, 61.5, 66.5);
    }

    [Fact]
    public void AddBlocks_ZerosOfDifferentLength_Differ()
    {
        List<Fingerprint> sums = [];
        for (int length = 0; length <= 64; length++)
            sums.Add(Fingerprint.Empty.AddBlocks(new byte[length]));

        Assert.Equal(sums.Count, sums.Distinct().Count());
    }
}
