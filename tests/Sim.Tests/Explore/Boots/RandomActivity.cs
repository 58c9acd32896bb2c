using TwoDoors.Model.World;

namespace TwoDoors.Sim.Tests.Explore.Boots;

/// <summary>Does what numbers say, and remembers two handles.</summary>
internal sealed class RandomActivity(IHost host, FilePath[] paths)
{
    private readonly IFileSystem files = host.Files;
    private Handle file = new(77);
    private Handle directory = new(78);

    /// <summary>Does one thing: a call, or two where the second depends on the first.</summary>
    public async ValueTask Do(int draw)
    {
        FilePath path = paths[draw / 16 % paths.Length];
        FilePath other = paths[draw / 64 % paths.Length];
        switch (draw % 16)
        {
            case 0 or 1:
                file = (await files.Open(path, OpenFlags.Create | OpenFlags.WriteOnly, 0x1A4)) is { IsOk: true } made
                    ? made.Value
                    : file;
                break;
            case 2:
                await files.Write(file, "abc"u8.ToArray());
                break;
            case 3:
                await files.Open(path, OpenFlags.WriteOnly | OpenFlags.Truncate);
                break;
            case 4:
                await files.Sync(file, "p");
                break;
            case 5:
                if ((await files.Open(path.Parent, OpenFlags.Directory)) is { IsOk: true } opened)
                    directory = opened.Value;
                await files.Sync(directory, "p");
                break;
            case 6:
                await files.Rename(path, other);
                break;
            case 7:
                await files.Unlink(path);
                break;
            case 8:
                await files.Link(path, other);
                break;
            case 9:
                if ((await files.Stat(path)).IsOk)
                    await host.Outside.Hand("c", "a", ReadOnlyMemory<byte>.Empty);
                break;
            case 10:
                await host.Outside.Hand("c", draw % 5 == 0 ? "b" : "c", ReadOnlyMemory<byte>.Empty);
                break;
            case 11:
                if (!(await files.ReadDirectory(directory)).IsOk
                    && await files.Open(path.Parent, OpenFlags.Directory) is { IsOk: true } shown)
                {
                    directory = shown.Value;
                    await files.ReadDirectory(directory);
                }

                break;
            case 12:
                await files.Open(path.Parent / host.FreshName(), OpenFlags.Create | OpenFlags.WriteOnly, 0x1A4);
                break;
            case 13:
                await host.Clock.WaitUntil(TimeSpan.FromSeconds(1 + (draw / 16 % 3)));
                host.Reach(RandomBoot.Point.Reached);
                break;
            case 14:
                await files.Lock(directory, LockMode.Exclusive);
                break;
            default:
                await files.Write(file, "de"u8.ToArray());
                await files.Close(file);
                break;
        }
    }
}
