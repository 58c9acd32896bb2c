using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Programs;

/// <summary>A buffer is appended to another one: its length and its content are read under the lock twice, and in
/// between it may have become shorter.</summary>
internal static class StringBuffer
{
    private const string Shorten =
        """
        lock buffer
        end = 3
        if end > count { end = count }
        if end > 0 { count = count - end }
        unlock buffer
        lock buffer
        length = count + 3
        if length > capacity { capacity = length }
        count = length
        unlock buffer
        """;

    private const string Append =
        """
        lock own
        lock buffer
        length = count
        unlock buffer
        new = own_count + length
        if new > own_capacity { own_capacity = new }
        lock buffer
        assert length <= count "the source became shorter"
        unlock buffer
        own_count = new
        unlock own
        """;

    /// <summary>For the catalogue.</summary>
    public static CatalogueProgram Program { get; } = new(
        "stringbuffer", "a buffer becomes shorter between the look at its length and at its content", [], _ => Of())
    {
        Source = "StringBuffer of JDK 1.4: Flanagan, Qadeer, PLDI 2003; as in SCTBench CB/stringbuffer-jdk1.4",
    };

    /// <summary>The program.</summary>
    public static ProgramText Of() => new(
        "stringbuffer", [new ThreadText("shorten", Shorten), new ThreadText("append", Append)])
    {
        Variables = [new("count", [3]), new("capacity", [19]), new("own_count", [0]), new("own_capacity", [16])],
        Mutexes = [new("buffer", 0), new("own", 0)],
    };
}
