using TwoDoors.Bench;

// bench schedules STRATEGY...
if (args is ["schedules", .. string[] strategies])
{
    SchedulesBench.Run(strategies);
    return;
}

string[] profiles = args.Length > 0 ? args : ["posix-min", "ext4-ordered", "ext3-ordered", "btrfs"];
foreach (string profile in profiles)
    new DiskBench(profile).Run(profile);
