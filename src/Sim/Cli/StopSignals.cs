using System.Runtime.InteropServices;

namespace TwoDoors.Sim.Cli;

/// <summary>Takes the first SIGINT or SIGTERM as the wish to stop; the second one ends the process as usual.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly Action stop;
    private readonly PosixSignalRegistration interrupts;
    private readonly PosixSignalRegistration terminations;
    private int heard;

    /// <summary>Listens until it is disposed.</summary>
    /// <param name="stop">Called on another thread.</param>
    public StopSignals(Action stop)
    {
        this.stop = stop;
        interrupts = PosixSignalRegistration.Create(PosixSignal.SIGINT, Hear);
        terminations = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Hear);
    }

    public void Dispose()
    {
        interrupts.Dispose();
        terminations.Dispose();
    }

    private void Hear(PosixSignalContext context)
    {
        if (Interlocked.Exchange(ref heard, 1) != 0)
            return;
        context.Cancel = true;
        stop();
    }
}
