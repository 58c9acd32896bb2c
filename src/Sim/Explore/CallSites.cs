using System.Diagnostics;
using TwoDoors.Model.World;

namespace TwoDoors.Sim.Explore;

/// <summary>Finds the line of <c>src/Model</c> that makes a call, by a look at the stack while the protocol stands on
/// it.</summary>
/// <remarks>A look costs more than the call, so only a replay whose timeline is read takes it; no decision hangs on
/// what it sees. What it sees is files and lines, not types. Where the symbols of the protocol are missing, it sees
/// nothing. A coroutine that was suspended goes on without its callers on the stack: then the innermost line is the
/// answer, even if it is plumbing.</remarks>
/// <param name="plumbing">Names of files whose calls are made for somebody else: the caller is the answer.</param>
internal sealed class CallSites(IReadOnlyList<string> plumbing)
{
    private const string Room = "/src/Model/";

    // The frames of the port and of the runtime's state machines between two lines of a protocol are few.
    private const int FramesMax = 48;

    /// <summary>The line that makes the call which is about to be admitted, or null.</summary>
    public SourcePlace? Here()
    {
        List<SourcePlace> passed = [];
        for (int skipped = 1; skipped < FramesMax; skipped++)
        {
            StackFrame frame = new(skipped, needFileInfo: true);
            if (frame.GetNativeOffset() == StackFrame.OFFSET_UNKNOWN)
                break;
            if (PlaceOf(frame) is not { } place)
                continue;
            if (!plumbing.Contains(place.File[(place.File.LastIndexOf('/') + 1)..]))
                return place;
            passed.Add(place);
        }

        return passed.Count > 0 ? passed[0] : null;
    }

    private static SourcePlace? PlaceOf(StackFrame frame)
    {
        string file = frame.GetFileName()?.Replace('\\', '/') ?? "";
        int room = file.LastIndexOf(Room, StringComparison.Ordinal);
        return room < 0 || frame.GetFileLineNumber() == 0
            ? null
            : new SourcePlace(file[(room + 1)..], frame.GetFileLineNumber(), Math.Max(1, frame.GetFileColumnNumber()));
    }
}
