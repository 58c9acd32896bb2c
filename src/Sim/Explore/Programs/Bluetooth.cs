using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Programs;

/// <summary>A driver is stopped while a request comes in: the request may believe in a device that was released. 4 of
/// the 73 schedules fail.</summary>
internal static class Bluetooth
{
    private const string Done = "atomic { pending = pending - 1; left = pending }\nif left == 0 { event = 1 }";

    private const string Stop =
        $$"""
        stopping = 1
        {{Done}}
        if event { stopped = 1 }
        """;

    private const string Add =
        $$"""
        status = 0
        if stopping {
          status = -1
        } else {
          atomic { pending = pending + 1 }
        }
        if status == 0 { assert !stopped "the device was released" }
        {{Done}}
        """;

    /// <summary>For the catalogue.</summary>
    public static CatalogueProgram Program { get; } = new(
        "bluetooth_driver", "a driver is stopped while a request comes in", [], _ => Of())
    {
        Source = "Qadeer, Wu: KISS: Keep It Simple and Sequential, PLDI 2004; as in SCTBench CS/bluetooth_driver_bad",
    };

    /// <summary>The program.</summary>
    public static ProgramText Of() => new(
        "bluetooth_driver", [new ThreadText("stop", Stop), new ThreadText("add", Add)])
    {
        Variables = [new("pending", [1]), new("stopping", [0]), new("event", [0]), new("stopped", [0])],
    };
}
