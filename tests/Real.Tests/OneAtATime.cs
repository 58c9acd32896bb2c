using Xunit;

// Commands run in this process take flock(2) locks, and other tests start children. Between a child's fork and its exec
// it holds a copy of every descriptor, and with it the lock: a test beside it would see a lock that nobody has.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
