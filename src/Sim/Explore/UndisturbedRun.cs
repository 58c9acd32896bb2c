namespace TwoDoors.Sim.Explore;

/// <summary>The first start of a subject when nothing goes wrong.</summary>
internal static class UndisturbedRun
{
    /// <summary>The run, heard by a watch: what each sync costs when all is well.</summary>
    public static SyncWatch Watch(Subject subject)
    {
        SyncWatch watch = new();
        Laboratory lab = new(watch.On(subject));
        lab.Load(lab.Start);
        lab.Machine.Run(lab.Start.Ledger.Copy(), new QuietDriver(), lab.Start.AfterCrash);
        return watch;
    }
}
