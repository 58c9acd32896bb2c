using System.Runtime.InteropServices;

namespace TwoDoors.Real.Cli;

/// <summary>SIGTERM and SIGINT ask for an end between two batches; a second one ends the process at once, which is
/// safe, too: recovery follows.</summary>
public sealed class StopRequest : IDisposable
{
    private readonly ManualResetEventSlim asked = new();
    private PosixSignalRegistration? terminate;
    private PosixSignalRegistration? interrupt;

    /// <summary>True once it was asked for.</summary>
    public bool IsAsked => asked.IsSet;

    /// <summary>From now on signals ask.</summary>
    public void ListenToSignals()
    {
        terminate ??= PosixSignalRegistration.Create(PosixSignal.SIGTERM, Ask);
        interrupt ??= PosixSignalRegistration.Create(PosixSignal.SIGINT, Ask);
    }

    /// <summary>Asks.</summary>
    public void Ask() => asked.Set();

    /// <summary>Waits, but no longer than until somebody asks.</summary>
    public void Wait(TimeSpan time) => asked.Wait(time);

    /// <inheritdoc/>
    public void Dispose()
    {
        terminate?.Dispose();
        interrupt?.Dispose();
        asked.Dispose();
    }

    private void Ask(PosixSignalContext context)
    {
        context.Cancel = !IsAsked;
        Ask();
    }
}
