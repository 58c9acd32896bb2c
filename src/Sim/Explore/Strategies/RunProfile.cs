namespace TwoDoors.Sim.Explore.Strategies;

/// <summary>How often each activity touches an object.</summary>
/// <param name="Object">The object, as footprints name it.</param>
/// <param name="Steps">By activity.</param>
/// <param name="Total">Their sum.</param>
public sealed record ObjectProfile(long Object, IReadOnlyList<int> Steps, int Total);

/// <summary>What a few runs showed: how long executions are and who does how much in them.</summary>
/// <param name="LengthMax">Steps of the longest run.</param>
/// <param name="Steps">Steps by activity, the most in any run.</param>
/// <param name="Makers">Who makes each activity; -1 for nobody.</param>
/// <param name="Objects">What races may be about: objects that at least half of the activities touch, and two at least,
/// and that somebody changes.</param>
public sealed record RunProfile(
    int LengthMax, IReadOnlyList<int> Steps, IReadOnlyList<int> Makers, IReadOnlyList<ObjectProfile> Objects)
{
    /// <summary>Of nothing.</summary>
    public static RunProfile Empty { get; } = new(0, [], [], []);
}
