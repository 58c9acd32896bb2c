using TwoDoors.Model.Claims;
using TwoDoors.Model.Recipe;
using TwoDoors.Model.World;
using TwoDoors.Sim.Kernel.Files;

namespace TwoDoors.Sim.Tests.Recipe;

/// <summary>A host whose calls are done at once, with a recipe's ledger outside: no scheduler, no crash.</summary>
internal sealed class DirectHost : IHost, IOutside, IWorldView
{
    private readonly DirectFileSystem files = DirectFileSystem.Fresh();
    private int lastName;

    public RecipeLedger Ledger { get; } = new();

    public List<string> Points { get; } = [];

    public IFileSystem Files => files;

    public FileCalls Calls => files.Calls;

    public IClock Clock => throw new NotSupportedException("recipes do not look at the clock");

    public IOutside Outside => this;

    ILedger IWorldView.Ledger => Ledger;

    public FilePath FreshName() => $"n{++lastName}";

    public IActivity Fork(string name, Func<IHost, ValueTask> body) =>
        new Running(body(this).AsTask());

    public void Reach<TPoint>(TPoint point)
        where TPoint : struct, Enum
    {
        Points.Add($"{point}");
        Ledger.Reach("direct", point);
    }

    public ValueTask<Errno> Hand(FilePath channel, FilePath subject, ReadOnlyMemory<byte> bytes)
    {
        Ledger.Hand("direct", channel, subject, bytes.Span);
        return new(Errno.Ok);
    }

    public byte[]? Read(FilePath path)
    {
        Result<Handle> file = Calls.Open(path, OpenFlags.ReadOnly, 0, default);
        if (!file.IsOk)
            return null;
        byte[] buffer = new byte[1 << 16];
        int length = Calls.Read(file.Value, buffer).Value;
        Assert(Calls.Close(file.Value) == Errno.Ok);
        return buffer[..length];
    }

    public IReadOnlyList<FilePath> Names(FilePath path)
    {
        Handle stream = Calls.Open(path, OpenFlags.Directory, 0, default).Value;
        List<FilePath> names = [];
        while (Calls.ReadDirectory(stream).Value is { } entry)
            names.Add(entry.Name);
        Assert(Calls.Close(stream) == Errno.Ok);
        names.Sort();
        return names;
    }

    private static void Assert(bool expected) => Xunit.Assert.True(expected);

    private sealed class Running(Task body) : IActivity
    {
        public ValueTask Join() => new(body);
    }
}
