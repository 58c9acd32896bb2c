using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using TwoDoors.Model.World;
using TwoDoors.Real.Linux;
using Xunit;

namespace TwoDoors.Real.Tests.Linux;

public sealed class ConstantsTests
{
    private const string Head = """
        #define _GNU_SOURCE
        #include <stddef.h>
        #include <dirent.h>
        #include <errno.h>
        #include <fcntl.h>
        #include <sched.h>
        #include <signal.h>
        #include <stdio.h>
        #include <sys/file.h>
        #include <sys/ioctl.h>
        #include <sys/stat.h>
        #include <sys/syscall.h>
        #include <sys/vfs.h>
        #include <linux/types.h>

        """;

    private static (string C, long Value)[] Constants =>
    [
        ("O_WRONLY", Bits.WriteOnly),
        ("O_RDWR", Bits.ReadWrite),
        ("O_CREAT", Bits.Create),
        ("O_EXCL", Bits.Exclusive),
        ("O_TRUNC", Bits.Truncate),
        ("O_APPEND", Bits.Append),
        ("O_DSYNC", Bits.DataSync),
        ("O_SYNC", Bits.Sync),
        ("O_CLOEXEC", Bits.CloseOnExec),
        ("O_DIRECTORY", OpenBits.Here.Directory),
        ("O_NOFOLLOW", OpenBits.Here.NoFollow),
        ("AT_FDCWD", Handle.WorkingDirectory.Number),
        ("AT_REMOVEDIR", Bits.RemoveDirectory),
        ("AT_SYMLINK_NOFOLLOW", Bits.LookAtLink),
        ("AT_EMPTY_PATH", Bits.EmptyPath),
        ("STATX_BASIC_STATS", Bits.BasicStatus),
        ("RENAME_NOREPLACE", Bits.NoReplace),
        ("RENAME_EXCHANGE", Bits.Exchange),
        ("LOCK_SH", Bits.LockShared),
        ("LOCK_EX", Bits.LockExclusive),
        ("LOCK_NB", Bits.LockNoWait),
        ("LOCK_UN", Bits.LockNone),
        ("UTIME_OMIT", Bits.OmitTime),
        ("S_IFMT", Bits.KindMask),
        ("S_IFREG", Bits.KindRegular),
        ("S_IFDIR", Bits.KindDirectory),
        ("S_IFLNK", Bits.KindLink),
        ("DT_UNKNOWN", Bits.EntryUnknown),
        ("DT_DIR", Bits.EntryDirectory),
        ("DT_REG", Bits.EntryRegular),
        ("DT_LNK", Bits.EntryLink),
        ("SIGKILL", Bits.SignalKill),
        ("SIGSTOP", Bits.SignalStop),
        ("CLONE_FS", Bits.CloneFileSystemView),
        ("_IOR('X', 125, __u32)", Bits.ShutDown),
        ("SEEK_SET", (int)SeekFrom.Start),
        ("SEEK_CUR", (int)SeekFrom.Current),
        ("SEEK_END", (int)SeekFrom.End),
        ("SYS_setresuid", CallNumbers.Here.SetUsers),
        ("SYS_setresgid", CallNumbers.Here.SetGroups),
        ("SYS_setgroups", CallNumbers.Here.SetMoreGroups),
    ];

    private static (string C, long Value)[] Layouts =>
    [
        ("sizeof(struct statx)", Marshal.SizeOf<StatusRecord>()),
        .. Fields<StatusRecord>(
            "statx",
            ("stx_nlink", nameof(StatusRecord.Links)),
            ("stx_uid", nameof(StatusRecord.UserId)),
            ("stx_gid", nameof(StatusRecord.GroupId)),
            ("stx_mode", nameof(StatusRecord.Mode)),
            ("stx_ino", nameof(StatusRecord.Inode)),
            ("stx_size", nameof(StatusRecord.LengthBytes)),
            ("stx_mtime.tv_sec", nameof(StatusRecord.ModifiedSeconds)),
            ("stx_mtime.tv_nsec", nameof(StatusRecord.ModifiedNanoseconds)),
            ("stx_dev_major", nameof(StatusRecord.DeviceMajor)),
            ("stx_dev_minor", nameof(StatusRecord.DeviceMinor))),
        ("sizeof(struct statfs)", Marshal.SizeOf<FileSystemRecord>()),
        .. Fields<FileSystemRecord>(
            "statfs",
            ("f_bsize", nameof(FileSystemRecord.BlockBytes)),
            ("f_bavail", nameof(FileSystemRecord.FreeBlocks))),
        ("sizeof(struct timespec)", Marshal.SizeOf<TimeRecord>()),
        .. Fields<TimeRecord>(
            "timespec",
            ("tv_sec", nameof(TimeRecord.Seconds)),
            ("tv_nsec", nameof(TimeRecord.Nanoseconds))),
        ("offsetof(struct dirent64, d_ino)", DirectoryRecord.InodeOffset),
        ("offsetof(struct dirent64, d_reclen)", DirectoryRecord.LengthOffset),
        ("offsetof(struct dirent64, d_type)", DirectoryRecord.KindOffset),
        ("offsetof(struct dirent64, d_name)", DirectoryRecord.NameOffset),
    ];

    [Fact]
    public void Constants_OnThisMachine_AreThoseOfItsCompiler() => Compile(Constants);

    [Fact]
    public void Layouts_OnThisMachine_AreThoseOfItsCompiler() => Compile(Layouts);

    [Fact]
    public void Errnos_OnThisMachine_AreThoseOfItsCompiler() =>
        Compile([.. Enum.GetValues<Errno>().Where(e => e != Errno.Ok).Select(e => (e.ToString(), (long)e))]);

    [Fact]
    public void Compile_WrongValue_Fails() =>
        Assert.ThrowsAny<Exception>(() => Compile([("O_CREAT", Bits.Exclusive)]));

    private static IEnumerable<(string C, long Value)> Fields<T>(string type, params (string C, string Field)[] fields)
        where T : struct =>
        fields.Select(field =>
            ($"offsetof(struct {type}, {field.C})", Marshal.OffsetOf<T>(field.Field).ToInt64()));

    private static void Compile((string C, long Value)[] claims)
    {
        string[] compilers = ["/usr/bin/cc", "/usr/bin/gcc", "/usr/bin/clang"];
        string? compiler = compilers.FirstOrDefault(File.Exists);
        Assert.SkipWhen(compiler is null, "no C compiler on this machine");
        using Scratch scratch = new();
        StringBuilder source = new(Head);
        foreach ((string c, long value) in claims)
            source.Append($"_Static_assert((long long)({c}) == {value}LL, \"{c.Replace("\"", "'")}\");\n");
        File.WriteAllText(scratch["claims.c"], source.ToString());

        ProcessStartInfo start = new(compiler, ["-fsyntax-only", scratch["claims.c"]]) { RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        string mistakes = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, mistakes);
    }
}
