using TwoDoors.Model.World;

namespace TwoDoors.Model.Script;

/// <summary>A process with the numbers that its script uses: descriptors from 3, directory streams from 1, the
/// lowest free number first, whatever the host's own numbers are.</summary>
internal sealed class ScriptProcess(IScriptProcess process)
{
    /// <summary>The first number of a descriptor: 0, 1 and 2 are not open in scripts.</summary>
    private const int FirstDescriptor = 3;

    private const int FirstStream = 1;

    /// <summary>A number that no process has given out.</summary>
    private static readonly Handle NotOpen = new(1 << 30);

    private readonly List<Handle?> descriptors = [];
    private readonly List<ScriptStream?> streams = [];

    internal IScriptProcess Process => process;

    internal IFileSystem Files => process.Files;

    internal Handle Descriptor(int? number) => number is not { } named ? Handle.WorkingDirectory
        : named >= FirstDescriptor && named - FirstDescriptor < descriptors.Count
            ? descriptors[named - FirstDescriptor] ?? NotOpen : NotOpen;

    internal ScriptStream? Stream(int? number) =>
        number is >= FirstStream and int named && named - FirstStream < streams.Count
            ? streams[named - FirstStream]
            : null;

    internal int AddDescriptor(Handle handle) => FirstDescriptor + Add(descriptors, handle);

    internal int AddStream(ScriptStream stream) => FirstStream + Add(streams, stream);

    internal void RemoveDescriptor(int? number)
    {
        if (number is >= FirstDescriptor and int named && named - FirstDescriptor < descriptors.Count)
            descriptors[named - FirstDescriptor] = null;
    }

    internal void RemoveStream(int? number)
    {
        if (number is >= FirstStream and int named && named - FirstStream < streams.Count)
            streams[named - FirstStream] = null;
    }

    private static int Add<T>(List<T?> list, T item)
    {
        int free = list.FindIndex(taken => taken is null);
        if (free < 0)
        {
            list.Add(item);
            return list.Count - 1;
        }

        list[free] = item;
        return free;
    }
}
