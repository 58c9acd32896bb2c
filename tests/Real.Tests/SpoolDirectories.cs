using Xunit;

namespace TwoDoors.Real.Tests;

/// <summary>A spool S with two queues A and B, what was put into S, and what came out.</summary>
internal sealed class SpoolDirectories
{
    private readonly SortedDictionary<string, byte[]> messages = new(StringComparer.Ordinal);
    private readonly string root;
    private readonly string protocol;

    /// <summary>Makes the directories.</summary>
    /// <param name="root">An empty directory.</param>
    /// <param name="protocol">As for --protocol.</param>
    public SpoolDirectories(string root, string protocol = "f1")
    {
        this.root = root;
        this.protocol = protocol;
        foreach (string name in new[] { "S", "A", "B", "out-A", "out-B" })
            Directory.CreateDirectory(Path.Combine(root, name));
    }

    public string S => Path.Combine(root, "S");

    public string A => Path.Combine(root, "A");

    public string B => Path.Combine(root, "B");

    /// <summary>The options of copy and watch.</summary>
    public string[] Route => ["--from", S, "--to", A, "--to", B, "--protocol", protocol];

    /// <summary>The command line of recovery.</summary>
    public string[] Recovery => ["spool", "recover", S, "--to", A, "--to", B, "--protocol", protocol];

    /// <summary>Names in S, A or B.</summary>
    public static string[] Names(string directory) =>
        [.. Directory.GetFiles(directory).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    /// <summary>Puts a message into S that differs from every other.</summary>
    public void Put(string name, int lengthBytes)
    {
        byte[] bytes = new byte[lengthBytes];
        for (int i = 0; i < bytes.Length; i++)
            bytes[i] = unchecked((byte)((i * 31) + name[^1] + (i >> 8)));
        messages.Add(name, bytes);
        File.WriteAllBytes(Path.Combine(S, name), bytes);
    }

    /// <summary>Consumers of A and B take what they can see.</summary>
    public void Deliver()
    {
        foreach (string queue in new[] { "A", "B" })
        {
            string[] line = ["spool", "deliver", "--queue", Path.Combine(root, queue), "--spool", S];
            Ran ran = Daemon.Run([.. line, "--protocol", protocol, "--into", Path.Combine(root, $"out-{queue}")]);
            Assert.True(ran.Code == 0, ran.Error);
        }
    }

    /// <summary>Recovers, in this process.</summary>
    public void Recover()
    {
        Ran ran = Daemon.Run(Recovery);
        Assert.True(ran.Code == 0, ran.Error);
    }

    /// <summary>After recovery: every message is in S alone, or was committed to both queues.</summary>
    public void MustBeAllOrNothing()
    {
        Assert.DoesNotContain(Names(S), name => name.StartsWith("m.", StringComparison.Ordinal));
        Deliver();
        foreach (string name in messages.Keys)
        {
            bool waits = File.Exists(Path.Combine(S, name));
            Assert.Equal(!waits, File.Exists(Path.Combine(root, "out-A", name)));
            Assert.Equal(!waits, File.Exists(Path.Combine(root, "out-B", name)));
        }

        Assert.Empty(Names(A));
        Assert.Empty(Names(B));
    }

    /// <summary>Copies the rest; then every message was delivered once from each queue, with all its bytes.</summary>
    public void MustEndWithEachDeliveredOnce()
    {
        Ran ran = Daemon.Run(["spool", "copy", .. Route]);
        Assert.True(ran.Code == 0, ran.Error);
        Deliver();
        Assert.Empty(Names(S));
        foreach (string queue in new[] { "out-A", "out-B" })
        {
            Assert.Equal(messages.Keys, Names(Path.Combine(root, queue)));
            foreach ((string name, byte[] bytes) in messages)
                Assert.Equal(bytes, File.ReadAllBytes(Path.Combine(root, queue, name)));
        }
    }
}
