using System.Globalization;
using System.Text;
using TwoDoors.Model.World;

namespace TwoDoors.Real.Posix;

/// <summary>Names that were never given before: 25 letters and digits that stand for this process among all
/// processes of all boots, then a counter.</summary>
/// <remarks>The first part mixes the boot, the process in it (number and start) and 122 random bits: containers
/// share boot and numbers, a copied virtual machine may share randomness. Lower case only, because a file system
/// may not tell the cases apart. Safe for use by several threads.</remarks>
public sealed class FreshNames
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const int ProcessDigits = 25;
    private const int StartField = 22;

    private readonly string process =
        InDigits(Boot() ^ Process() ^ Number(Guid.NewGuid())).PadLeft(ProcessDigits, '0');

    private long counter;

    /// <summary>The next name: at most 38 bytes.</summary>
    public FilePath Next() => process + InDigits((UInt128)Interlocked.Increment(ref counter));

    private static UInt128 Boot() =>
        Guid.TryParse(Proc("/proc/sys/kernel/random/boot_id"), out Guid boot) ? Number(boot) : 0;

    // The name of the program, field 2, may hold anything; the fields after it are numbers.
    private static UInt128 Process()
    {
        string[] fields = Proc("/proc/self/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string start = fields.ElementAtOrDefault(StartField - 3) ?? "0";
        return new UInt128(ulong.Parse(start, CultureInfo.InvariantCulture), (ulong)Environment.ProcessId);
    }

    private static UInt128 Number(Guid guid) =>
        UInt128.Parse(guid.ToString("N"), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static string InDigits(UInt128 number)
    {
        StringBuilder digits = new();
        for (UInt128 rest = number; rest > 0; rest /= 36)
            digits.Insert(0, Digits[(int)(rest % 36)]);
        return digits.ToString();
    }

    // Where /proc is not mounted the random bits have to do.
    private static string Proc(string path) => File.Exists(path) ? File.ReadAllText(path) : "";
}
