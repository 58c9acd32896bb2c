using System.Runtime.InteropServices;

namespace TwoDoors.Real.Linux;

/// <summary>The flags of open(2) that differ between architectures.</summary>
/// <remarks>Source: asm-generic/fcntl.h; arch/arm64/include/uapi/asm/fcntl.h.</remarks>
/// <param name="Directory">O_DIRECTORY.</param>
/// <param name="NoFollow">O_NOFOLLOW.</param>
internal readonly record struct OpenBits(int Directory, int NoFollow)
{
    /// <summary>Those of the machine that this is.</summary>
    public static OpenBits Here { get; } = RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => new(0x10000, 0x20000),
        Architecture.Arm64 => new(0x4000, 0x8000),
        Architecture other => throw new PlatformNotSupportedException($"TwoDoors has no constants for {other}."),
    };
}
