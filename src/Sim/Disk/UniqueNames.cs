using System.Text;
using TwoDoors.Model.World;

namespace TwoDoors.Sim.Disk;

/// <summary>The name parts that a host gives as never given before: "u01" to "u63", and on.</summary>
internal static class UniqueNames
{
    public static FilePath Format(int number) => FilePath.Of(Encoding.ASCII.GetBytes($"u{number:D2}"));

    /// <summary>The numbers below 64 that a name contains, as bits.</summary>
    public static ulong In(ReadOnlySpan<byte> name)
    {
        ulong found = 0;
        for (int i = 0; i + 2 < name.Length; i++)
        {
            if (name[i] != (byte)'u' || !char.IsAsciiDigit((char)name[i + 1]) || !char.IsAsciiDigit((char)name[i + 2]))
                continue;
            int number = ((name[i + 1] - '0') * 10) + name[i + 2] - '0';
            if (number < 64)
                found |= 1UL << number;
        }

        return found;
    }
}
