using System.Diagnostics;
using TwoDoors.Model.World;
using TwoDoors.Real.Posix;
using Xunit;

namespace TwoDoors.Real.Tests.Crashes;

/// <summary>A file system of its own in an image file, mounted until it is disposed of.</summary>
internal sealed class LoopImage : IDisposable
{
    private const int UnmountAttemptsMax = 200;

    private static readonly string[] Places = ["/usr/sbin/", "/sbin/", "/usr/bin/", "/bin/"];

    private readonly Scratch scratch = new();
    private readonly string kind;
    private int spools;
    private bool isMounted;

    /// <summary>Makes it, or skips the test and says what is missing.</summary>
    /// <param name="kind">"ext4" or "xfs".</param>
    public LoopImage(string kind)
    {
        this.kind = kind;
        try
        {
            Assert.SkipUnless(Environment.IsPrivilegedProcess, "a mount needs root");
            string? maker = Places.Select(place => place + "mkfs." + kind).FirstOrDefault(File.Exists);
            Assert.SkipWhen(maker is null, $"no mkfs.{kind} on this machine");
            using (FileStream file = File.Create(scratch["image"]))
                file.SetLength(kind == "xfs" ? 320L << 20 : 48L << 20);
            scratch.Make("mount");
            Assert.SkipUnless(Call(maker, kind == "xfs" ? "-qf" : "-qF", scratch["image"]) == 0, $"{maker} fails");
            Assert.SkipUnless(Mount() == 0, $"{kind} cannot be mounted from a file here");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Where it is mounted.</summary>
    public string Root => scratch["mount"];

    /// <summary>A spool of its own in it, all of it durable.</summary>
    /// <param name="messages">How many wait in it: s1 (5000 bytes), s2 and so on, a little longer each.</param>
    /// <param name="protocol">As for --protocol.</param>
    public SpoolDirectories Spool(int messages, string protocol = "f1")
    {
        SpoolDirectories spool = new(Directory.CreateDirectory(Path.Combine(Root, $"{++spools}")).FullName, protocol);
        for (int i = 1; i <= messages; i++)
            spool.Put($"s{i}", 4999 + i);
        Assert.Equal(0, Call("/bin/sync", "-f", Root));
        return spool;
    }

    /// <summary>Power goes, and comes again.</summary>
    public void LosePower(PowerCutKeeps keeps)
    {
        CutOff(keeps);
        Remount();
    }

    /// <summary>From now on nothing reaches the disk.</summary>
    public void CutOff(PowerCutKeeps keeps) => Assert.Equal(Errno.Ok, PowerCut.At(Root, keeps));

    /// <summary>What the disk holds is seen again.</summary>
    public void Remount()
    {
        Unmount();
        isMounted = false;
        Assert.Equal(0, Mount());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // A file system whose power is cut does not even say that it is mounted.
        if (isMounted && Call("/bin/umount", Root) != 0)
            Call("/bin/umount", "-l", Root);
        scratch.Dispose();
    }

    /// <summary>Busy is no answer yet: a process that another test has just forked holds copies of our descriptors
    /// until it runs its program.</summary>
    private void Unmount()
    {
        int code = Call("/bin/umount", Root);
        for (int attempt = 0; code != 0 && attempt < UnmountAttemptsMax; attempt++)
        {
            Thread.Sleep(50);
            code = Call("/bin/umount", Root);
        }

        Assert.Equal(0, code);
    }

    private int Mount()
    {
        int code = Call("/bin/mount", "-t", kind, "-o", "loop", scratch["image"], Root);
        isMounted = code == 0;
        return code;
    }

    private static int Call(string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}
