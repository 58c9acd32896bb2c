using TwoDoors.Model.Claims;
using TwoDoors.Sim.Disk;
using TwoDoors.Sim.Kernel;

namespace TwoDoors.Sim.Explore;

/// <summary>Runs whole executions on one laboratory, one after another: from the start of the subject, over the crashes
/// that a driver decides, to the end of the first boot that no crash ends.</summary>
internal sealed class Execution(Laboratory lab)
{
    private bool[] lost = new bool[64];

    /// <summary>Hears of each state after a crash, if set.</summary>
    public Action<Fingerprint>? Crashed { get; set; }

    /// <summary>Everything that could be observed in the last execution: every answer to every activity, the disks, the
    /// ledger, how each boot ended.</summary>
    public Fingerprint Hash { get; private set; }

    /// <summary>Boots of the last execution.</summary>
    public int Boots { get; private set; }

    /// <summary>Calls of the last execution.</summary>
    public int Steps { get; private set; }

    /// <summary>Runs one.</summary>
    /// <param name="driver">Decides.</param>
    /// <param name="record">Puts a recorder around a driver for each boot; null: nothing is written down.</param>
    /// <param name="sought">The claim that ends it, others may break on the way; null for any.</param>
    /// <returns>The claim that broke and ended it, or null.</returns>
    public Broken? Run(
        IExecutionDriver driver, Func<IDriver, Recorder>? record = null, string? sought = null)
    {
        Hash = Fingerprint.Empty;
        Boots = 0;
        Steps = 0;
        lab.Load(lab.Start);
        ILedger ledger = lab.Start.Ledger.Copy();
        bool afterCrash = lab.Start.AfterCrash;
        while (true)
        {
            driver.BeginBoot();
            ClaimWatch watch = new(lab, driver, sought);
            Recorder? recorder = record?.Invoke(watch);
            RunEnd end = Boot(recorder is null ? watch : recorder, recorder, ledger, afterCrash);
            if (watch.After(end) is Broken broken)
                return broken;
            if (end != RunEnd.PoweredOff)
                return null;
            lab.LoadImage(Crash(driver, recorder, ledger));
            afterCrash = true;
        }
    }

    private RunEnd Boot(IDriver driver, Recorder? recorder, ILedger ledger, bool afterCrash)
    {
        recorder?.BeginBoot(ledger.Describe());
        lab.Machine.Recording = recorder is not null;
        RunEnd end = lab.Machine.Run(ledger, driver, afterCrash);
        lab.Machine.Recording = false;
        Boots++;
        Steps += lab.Machine.Steps;
        Fingerprint state = lab.Machine.StateFingerprint();
        Fingerprint killed = lab.Machine.Killed;
        Hash = Hash.Add(killed.High, killed.Low).Add(state.High, state.Low).Add((ulong)end, (ulong)lab.Machine.Steps);
        return end;
    }

    private DiskImage Crash(IExecutionDriver driver, Recorder? recorder, ILedger ledger)
    {
        int pending = lab.Disk.PendingCount;
        if (pending > lost.Length)
            lost = new bool[2 * pending];
        Span<bool> leaves = lost.AsSpan(0, pending);
        driver.Lose(leaves);
        List<string>? labels = recorder is null ? null : [];
        DiskImage image = lab.Disk.CrashLeaving(leaves, labels);
        recorder?.PowerOff(labels!, [], []);
        ledger.Crash();
        Fingerprint world = WorldState.FingerprintOf(image, ledger, lab.Kernel.Faults, afterCrash: true);
        Hash = Hash.Add(world.High, world.Low);
        Crashed?.Invoke(world);
        return image;
    }
}
