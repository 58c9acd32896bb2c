using TwoDoors.Sim.Disk;

namespace TwoDoors.Sim.Tests.Disk;

/// <summary>Calls drawn from numbers: files come, change and go in two directories.</summary>
internal static class RandomWork
{
    private static readonly string[] Names = ["/A/x", "/A/y", "/B/x", "/B/z"];

    /// <summary>Does one thing; what is impossible now is left out.</summary>
    public static void Step(Rig rig, int draw)
    {
        string path = Names[draw / 16 % 4];
        string other = Names[draw / 64 % 4];
        Inode? file = rig.Find(path);
        switch (draw % 16)
        {
            case 0 or 1 or 2 when file is null:
                rig.Create(path);
                break;
            case 3 or 4 when file is not null:
                rig.Write(file, "abc");
                break;
            case 5 when file is not null:
                rig.Write(file, "defgh", offset: (int)file.LengthBytes);
                break;
            case 6 when file is not null:
                rig.Cut(file);
                break;
            case 7 or 8 when file is not null:
                rig.Unlink(path);
                break;
            case 9 or 10 when file is not null && file != rig.Find(other) && path != other:
                rig.Rename(path, other);
                break;
            case 11 when file is not null && rig.Find(other) is null:
                rig.Link(file, other);
                break;
            case 12 when file is not null:
                file.Volume.SetAttributes(file, file.Mode ^ 0x40, 0, 0, 0);
                break;
            case 13 when file is not null:
                rig.Sync(file);
                break;
            case 14:
                rig.SyncDirectory(path[..2]);
                break;
            case 15 when file is not null:
                file.Volume.Closed(file);
                break;
            default:
                break;
        }
    }
}
