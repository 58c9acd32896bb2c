using System.Globalization;
using TwoDoors.Model.Spool;
using TwoDoors.Model.World;
using TwoDoors.Sim.Kernel.Files;

namespace TwoDoors.Sim.Tests.Spool;

/// <summary>A host without crashes or faults, and a spool with two queues on it.</summary>
internal sealed class SpoolBench : IHost, IOutside
{
    private readonly IFileSystem files;
    private int names;

    public SpoolBench(Func<IFileSystem, IFileSystem>? wrap = null)
    {
        DirectFileSystem direct = DirectFileSystem.Fresh();
        foreach (FilePath directory in new FilePath[] { "/S"u8, "/A"u8, "/B"u8 })
            direct.MakeDirectory(directory, 0x1C0).AsTask().GetAwaiter().GetResult();
        files = wrap is null ? direct : wrap(direct);
    }

    public List<string> Points { get; } = [];

    public List<string> Syncs { get; } = [];

    public List<string> Handed { get; } = [];

    public IFileSystem Files => files;

    public IClock Clock => throw new InvalidOperationException("A spool asks for no time.");

    public IOutside Outside => this;

    public SpoolOptions Options(SpoolVariant variant, int batch = 1) => new("/S"u8, ["/A"u8, "/B"u8], variant, batch);

    public FilePath FreshName() => "n" + (++names).ToString(CultureInfo.InvariantCulture);

    public IActivity Fork(string name, Func<IHost, ValueTask> body) =>
        throw new InvalidOperationException("Nothing runs side by side here.");

    public void Reach<TPoint>(TPoint point)
        where TPoint : struct, Enum => Points.Add(point.ToString());

    public ValueTask<Errno> Hand(FilePath channel, FilePath subject, ReadOnlyMemory<byte> bytes)
    {
        Handed.Add($"{channel} {subject} {System.Text.Encoding.UTF8.GetString(bytes.Span)}");
        return new(Errno.Ok);
    }

    public async Task Write(FilePath path, string text)
    {
        Handle file = (await files.Open(path, OpenFlags.Create | OpenFlags.WriteOnly, 0x180)).Value;
        await files.Write(file, System.Text.Encoding.UTF8.GetBytes(text));
        await files.Close(file);
    }

    public async Task<string> Names(FilePath directory)
    {
        Handle handle = (await files.Open(directory, OpenFlags.Directory)).Value;
        List<string> found = [];
        while ((await files.ReadDirectory(handle)).Value is DirectoryEntry entry)
            found.Add(entry.Name.ToString());
        await files.Close(handle);
        return string.Join(' ', found);
    }
}
