using System.Globalization;
using TwoDoors.Bench;

// bench schedules STRATEGY...
if (args is ["schedules", .. string[] strategies])
{
    SchedulesBench.Run(strategies);
    return;
}

// bench random SCENARIO.yaml EXECUTIONS [KEY=VALUE...]
if (args is ["random", string file, string executions, .. string[] settings])
{
    RandomBench.Run(file, long.Parse(executions, CultureInfo.InvariantCulture), settings);
    return;
}

string[] profiles = args.Length > 0 ? args : ["posix-min", "ext4-ordered", "ext3-ordered", "btrfs"];
foreach (string profile in profiles)
    new DiskBench(profile).Run(profile);
