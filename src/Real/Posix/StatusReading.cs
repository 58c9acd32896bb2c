using TwoDoors.Model.World;
using TwoDoors.Real.Linux;

namespace TwoDoors.Real.Posix;

/// <summary>Turns what statx(2) wrote into the port's words.</summary>
internal static class StatusReading
{
    private const long NanosecondsPerSecond = 1_000_000_000;

    /// <summary>The status; EOVERFLOW for a time outside the years 1678 to 2261.</summary>
    public static Result<FileStatus> Of(in StatusRecord record)
    {
        const long SecondsMax = (long.MaxValue / NanosecondsPerSecond) - 1;
        if (record.ModifiedSeconds is > SecondsMax or < -SecondsMax)
            return Errno.EOVERFLOW;
        return new FileStatus(
            KindOf(record.Mode),
            unchecked((long)record.Inode),
            DeviceOf(record.DeviceMajor, record.DeviceMinor),
            record.Mode & 0xfff,
            record.Links,
            unchecked((int)record.UserId),
            unchecked((int)record.GroupId),
            unchecked((long)record.LengthBytes),
            (record.ModifiedSeconds * NanosecondsPerSecond) + record.ModifiedNanoseconds);
    }

    /// <summary>The kind in the bits of st_mode.</summary>
    public static FileKind KindOf(ushort mode) => (mode & Bits.KindMask) switch
    {
        Bits.KindRegular => FileKind.Regular,
        Bits.KindDirectory => FileKind.Directory,
        Bits.KindLink => FileKind.SymbolicLink,
        _ => FileKind.Other,
    };

    /// <summary>st_dev as makedev(3) puts it together.</summary>
    private static long DeviceOf(uint major, uint minor) =>
        ((major & 0xfffL) << 8) | ((major & ~0xfffL) << 32) | (minor & 0xffL) | ((minor & ~0xffL) << 12);
}
