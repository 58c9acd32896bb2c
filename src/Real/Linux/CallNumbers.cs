using System.Runtime.InteropServices;

namespace TwoDoors.Real.Linux;

/// <summary>Numbers for syscall(2).</summary>
/// <remarks>Source: arch/x86/entry/syscalls/syscall_64.tbl; asm-generic/unistd.h.</remarks>
/// <param name="SetUsers">setresuid(2).</param>
/// <param name="SetGroups">setresgid(2).</param>
/// <param name="SetMoreGroups">setgroups(2).</param>
internal readonly record struct CallNumbers(int SetUsers, int SetGroups, int SetMoreGroups)
{
    /// <summary>Those of the machine that this is.</summary>
    public static CallNumbers Here { get; } = RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => new(117, 119, 116),
        Architecture.Arm64 => new(147, 149, 159),
        Architecture other => throw new PlatformNotSupportedException($"TwoDoors has no constants for {other}."),
    };
}
