using TwoDoors.Model.World;

namespace TwoDoors.Sim.Kernel.Doors;

/// <summary>What others do on a simulated machine that is no part of a protocol: users and their programs. They outlive
/// the protocol's process.</summary>
internal interface IOutsiders
{
    /// <summary>What programs that are started may do.</summary>
    void Expect(ProgramHabits habits);

    /// <summary>True once outsiders were started in this boot: a new process of the protocol starts no
    /// others.</summary>
    bool AreThere { get; }

    /// <summary>Starts somebody.</summary>
    IActivity Start(string name, Func<IMachine, ValueTask> body);

    /// <summary>Ends when all of them have ended but programs.</summary>
    ValueTask AllGone();

    /// <summary>Comes in through a name below the automount directory, and waits as long as it takes.</summary>
    /// <returns>Ok; what the daemon failed the request with; ENOENT once the door is closed; ELOOP where it was said to
    /// be there and is not.</returns>
    ValueTask<Errno> Enter(FilePath name);

    /// <summary>Goes again.</summary>
    ValueTask Leave(FilePath name);

    /// <summary>Takes the exclusive lock of a file that nobody holds, keeps it for a while, and gives it
    /// back.</summary>
    ValueTask Lock(IMachine host, FilePath path);
}
