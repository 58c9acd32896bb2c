using System.Text;
using TwoDoors.Model.World;
using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Kernel.Files;

namespace TwoDoors.Sim.Tests.Kernel.Dependence;

/// <summary>Two calls of two processes, and how they got there.</summary>
/// <param name="Before">Made by the two in turn.</param>
/// <param name="FaultAt">Which of them fails, if it can.</param>
/// <param name="First">Of the first process.</param>
/// <param name="FirstAnswer">1 if it fails, where it can.</param>
/// <param name="Second">Of the second process.</param>
/// <param name="SecondAnswer">1 if it fails, where it can.</param>
internal sealed record RandomPair(
    IReadOnlyList<RandomCall> Before,
    int FaultAt,
    RandomCall First,
    int FirstAnswer,
    RandomCall Second,
    int SecondAnswer)
{
    /// <summary>The pair of this seed: half of them begin in and below a directory that both know.</summary>
    public static RandomPair Draw(int seed)
    {
        SplitMix64 random = new((ulong)seed);
        List<RandomCall> before = [];
        if (random.Below(2) == 0)
        {
            before.Add(RandomCall.Of(FileCall.MakeDirectory, "/A/d"));
            before.Add(RandomCall.Of(FileCall.ChangeDirectory, "/A/d"));
            before.Add(RandomCall.Of(FileCall.Open, "/A/x"));
            before.Add(RandomCall.Of(FileCall.Open, random.Below(2) == 0 ? "/A/x" : "/A/d"));
        }

        int more = 2 + random.Below(6);
        for (int i = 0; i < more; i++)
            before.Add(RandomCall.Draw(random));
        int faultAt = random.Below(12);
        RandomCall first = RandomCall.Draw(random);
        int firstAnswer = random.Below(2);
        return new(before, faultAt, first, firstAnswer, RandomCall.Draw(random), random.Below(2));
    }

    /// <inheritdoc/>
    public override string ToString() => $"{First.Pending} beside {Second.Pending}";
}

/// <summary>A call drawn from numbers, with few names, so that calls meet.</summary>
/// <param name="Pending">As the scheduler sees it.</param>
/// <param name="Run">Makes it and says what it answered.</param>
internal sealed record RandomCall(PendingCall Pending, Func<FileCalls, string> Run)
{
    private static readonly FilePath[] Paths = ["/A/x", "/A/y", "/B/x", "/A/d", "/A/d/z", "/A/l", "/A", "../y"];

    private static readonly OpenFlags[] Flags =
    [
        OpenFlags.ReadOnly, OpenFlags.WriteOnly, OpenFlags.WriteOnly | OpenFlags.Create,
        OpenFlags.ReadWrite | OpenFlags.Create | OpenFlags.Exclusive, OpenFlags.WriteOnly | OpenFlags.Truncate,
        OpenFlags.WriteOnly | OpenFlags.Create | OpenFlags.Truncate, OpenFlags.WriteOnly | OpenFlags.Append,
        OpenFlags.WriteOnly | OpenFlags.Create | OpenFlags.Sync,
    ];

    /// <summary>A call with a path.</summary>
    public static RandomCall Of(FileCall call, FilePath path) => call switch
    {
        FileCall.Open => new(new(call, path), files => $"{files.Open(path, OpenFlags.ReadOnly)}"),
        FileCall.MakeDirectory => new(new(call, path), files => $"{files.MakeDirectory(path, 0x1ED)}"),
        _ => new(new(call, path), files => $"{files.ChangeDirectory(path)}"),
    };

    /// <summary>The next call of these draws.</summary>
    public static RandomCall Draw(SplitMix64 random)
    {
        FilePath path = Paths[random.Below(Paths.Length)];
        Handle file = new(3 + random.Below(2));
        return random.Below(3) switch
        {
            0 => OfName(random, path),
            1 => OfHandle(random, file),
            _ => OfOpening(random, path),
        };
    }

    private static RandomCall OfOpening(SplitMix64 random, FilePath path)
    {
        OpenFlags flags = Flags[random.Below(Flags.Length)];
        return new(
            new PendingCall(FileCall.Open, path, flags: flags),
            files => $"{files.Open(path, flags, 0x1A4)}");
    }

    private static RandomCall OfName(SplitMix64 random, FilePath path)
    {
        FilePath other = Paths[random.Below(Paths.Length)];
        RenameMode mode = (RenameMode)random.Below(3);
        int bits = 0x180 + random.Below(2);
        return random.Below(10) switch
        {
            9 => new(new(FileCall.ChangeDirectory, path), files => $"{files.ChangeDirectory(path)}"),
            0 => new(new(FileCall.MakeDirectory, path), files => $"{files.MakeDirectory(path, 0x1ED)}"),
            1 => new(new(FileCall.RemoveDirectory, path), files => $"{files.RemoveDirectory(path)}"),
            2 => new(new(FileCall.Unlink, path), files => $"{files.Unlink(path)}"),
            3 or 4 => new(
                new(FileCall.Rename, path, other, renameMode: mode), files => $"{files.Rename(path, other, mode)}"),
            5 => new(new(FileCall.Link, path, other), files => $"{files.Link(path, other)}"),
            6 => new(new(FileCall.SymbolicLink, "x", path), files => $"{files.SymbolicLink("x", path)}"),
            7 => new(new(FileCall.Stat, path), files => $"{files.Stat(path)}"),
            _ => new(new(FileCall.ChangeMode, path), files => $"{files.ChangeMode(path, bits)}"),
        };
    }

    private static RandomCall OfHandle(SplitMix64 random, Handle file)
    {
        int length = random.Below(2) * 5;
        return random.Below(10) switch
        {
            0 => new(PendingCall.Of(FileCall.Close, file), files => $"{files.Close(file)}"),
            1 => new(PendingCall.Of(FileCall.Read, file), files => Read(files, file)),
            2 or 3 => new(
                PendingCall.Of(FileCall.Write, file, 3), files => $"{files.Write(file, "abc"u8.ToArray())}"),
            4 => new(
                PendingCall.Of(FileCall.Truncate, file, length), files => $"{files.Truncate(file, length)}"),
            5 or 6 => new(PendingCall.Of(FileCall.Sync, file, "p"), files => $"{files.Sync(file, "p")}"),
            7 => new(PendingCall.Of(FileCall.ReadDirectory, file), files => $"{files.ReadDirectory(file)}"),
            8 => new(
                PendingCall.Of(FileCall.SyncFileSystem, file, "p"), files => $"{files.SyncFileSystem(file, "p")}"),
            _ => new(PendingCall.Of(FileCall.Lock, file), files => $"{files.Lock(file, LockMode.Exclusive)}"),
        };
    }

    private static string Read(FileCalls files, Handle file)
    {
        byte[] buffer = new byte[8];
        Result<int> read = files.Read(file, buffer);
        return $"{read.Errno} {Encoding.ASCII.GetString(buffer)}";
    }
}
