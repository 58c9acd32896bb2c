using TwoDoors.Sim.Choice;
using TwoDoors.Sim.Explore;
using TwoDoors.Sim.Report;
using Xunit;

namespace TwoDoors.Sim.Tests.Report;

public class WindowTests
{
    private static readonly TimelineEntry Make = Step("a", "open /f", "name /f");
    private static readonly TimelineEntry Write = Step("a", "write", "bytes of /f");
    private static readonly TimelineEntry Look = Step("b", "stat /f");

    [Fact]
    public void Of_LostChange_IsTheCallThatMadeIt() =>
        Assert.Equal(
            new Window(1, "its change was not durable when the power failed: bytes of /f"),
            Find(Make, Write, Look, Crash("bytes of /f")));

    [Fact]
    public void Of_Switch_IsTheCallBeforeIt() =>
        Assert.Equal(new Window(0, "b goes on behind it, before a is done"), Find(Make, Look, Write));

    [Fact]
    public void Of_ActivityThatDoesNotComeBack_IsNoSwitch() => Assert.Equal(2, Find(Make, Write, Look)?.Index);

    [Fact]
    public void Of_Fault_IsTheCallThatFailed() =>
        Assert.Equal(0, Find(Make, new(TraceKind.Pick, 1, 1, "write", "EIO", "", [], [], null), Write)?.Index);

    [Fact]
    public void Of_CrashThatLosesNothing_IsTheCallBeforeIt() =>
        Assert.Equal(new Window(1, "the power failed right behind it"), Find(Make, Write, Crash(), Look));

    [Fact]
    public void Of_NoClaimBroken_IsNone() => Assert.Null(Window.Of(new Timeline([Make], null, null, [])));

    private static Window? Find(params TimelineEntry[] entries) => Window.Of(new Timeline(entries, "x", "x", []));

    private static TimelineEntry Step(string who, string what, params string[] changed) =>
        new(TraceKind.Step, 1, 1, who, what, "Ok", changed, [], null);

    private static TimelineEntry Crash(params string[] lost) =>
        new(TraceKind.HostCrash, 1, 1, "host", "", "", [], lost, null);
}
