using TwoDoors.Model.Claims;
using TwoDoors.Sim.Explore.Threads;
using Xunit;

namespace TwoDoors.Sim.Tests.Explore.Threads;

public sealed class ThreadMachineTests
{
    [Fact]
    public void Step_ReadAddWrite_IsTwoEvents()
    {
        ThreadMachine machine = Of(new ThreadText("t", "x = x + 5"));

        machine.Step(0);
        machine.Step(0);

        Assert.Equal(5, machine.ValueOf(0));
        Assert.Equal(0, machine.Count);
    }

    [Fact]
    public void Step_SecondLock_WaitsForUnlock()
    {
        ThreadMachine machine = Of(new ThreadText("a", "lock m; unlock m"), new ThreadText("b", "lock m; unlock m"));

        machine.Step(0);

        Assert.False(machine.CanRun(1));
        machine.Step(0);
        Assert.True(machine.CanRun(1));
    }

    [Fact]
    public void Step_CrossedLocks_IsDeadlocked()
    {
        ThreadMachine machine = Of(new ThreadText("a", "lock m; lock n"), new ThreadText("b", "lock n; lock m"));

        machine.Step(0);
        machine.Step(1);

        Assert.True(machine.IsDeadlocked);
    }

    [Fact]
    public void Undo_AfterEveryStep_RestoresEveryState()
    {
        ThreadMachine machine = Of(
            new ThreadText("a", "x = 1; spawn c; join c; assert cas(x, 7, 8) == 0"),
            new ThreadText("b", "lock m; y = fetch_add(x, 2) + y; unlock m"),
            new ThreadText("c", "atomic { x = x + 6; if y > 0 { x = 0 } }", Spawned: true));
        machine.KeepsUndo = true;
        List<Fingerprint> states = [];

        while (machine.Count > 0)
        {
            states.Add(machine.StateFingerprint());
            machine.Step(machine[machine.Count - 1]);
        }

        Assert.NotNull(machine.Failure);
        for (int i = states.Count - 1; i >= 0; i--)
        {
            machine.Undo();
            Assert.Equal(states[i], machine.StateFingerprint());
        }
    }

    [Fact]
    public void Compile_UnknownMutex_NamesPlaceAndNearestWord()
    {
        ThreadTextException mistake = Assert.Throws<ThreadTextException>(
            () => Of(new ThreadText("a", "x = 1\nlock mm")));

        Assert.Equal("thread a, line 2, column 6: expected a mutex, found 'mm'; did you mean 'm'?", mistake.Message);
    }

    private static ThreadMachine Of(params ThreadText[] threads) => new(new ProgramText("p", threads)
    {
        Variables = [new("x", [0]), new("y", [0])],
        Mutexes = [new("m", 0), new("n", 0)],
    }.Compile());
}
