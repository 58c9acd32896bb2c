using System.Runtime.InteropServices;

namespace TwoDoors.Real.Linux;

/// <summary>struct statx, as far as it is read. Source: statx(2).</summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal struct StatusRecord
{
    [FieldOffset(16)]
    public uint Links;

    [FieldOffset(20)]
    public uint UserId;

    [FieldOffset(24)]
    public uint GroupId;

    [FieldOffset(28)]
    public ushort Mode;

    [FieldOffset(32)]
    public ulong Inode;

    [FieldOffset(40)]
    public ulong LengthBytes;

    [FieldOffset(112)]
    public long ModifiedSeconds;

    [FieldOffset(120)]
    public uint ModifiedNanoseconds;

    [FieldOffset(136)]
    public uint DeviceMajor;

    [FieldOffset(140)]
    public uint DeviceMinor;
}

/// <summary>struct statfs of a 64-bit kernel, as far as it is read. Source: statfs(2).</summary>
[StructLayout(LayoutKind.Explicit, Size = 120)]
internal struct FileSystemRecord
{
    [FieldOffset(8)]
    public long BlockBytes;

    [FieldOffset(32)]
    public ulong FreeBlocks;
}

/// <summary>struct timespec. Source: utimensat(2).</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct TimeRecord
{
    public long Seconds;
    public long Nanoseconds;
}

/// <summary>Where the fields of struct linux_dirent64 stand. Source: getdents64(2).</summary>
internal static class DirectoryRecord
{
    public const int InodeOffset = 0;
    public const int LengthOffset = 16;
    public const int KindOffset = 18;
    public const int NameOffset = 19;
}
