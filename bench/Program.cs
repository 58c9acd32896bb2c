using TwoDoors.Bench;

string[] profiles = args.Length > 0 ? args : ["posix-min", "ext4-ordered", "ext3-ordered", "btrfs"];
foreach (string profile in profiles)
    new DiskBench(profile).Run(profile);
