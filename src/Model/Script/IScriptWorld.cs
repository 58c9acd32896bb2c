using TwoDoors.Model.World;

namespace TwoDoors.Model.Script;

/// <summary>A world made for one script: a file system with nothing in it but the root directory (owner 0:0, mode
/// 0o777), and the processes that the script starts.</summary>
public interface IScriptWorld
{
    /// <summary>Starts a process whose working directory is "/", whose umask is 0o022 and which has nothing
    /// open.</summary>
    /// <param name="userId">Its user, for all checks of permissions; 0 is root.</param>
    /// <param name="groupId">Its group.</param>
    IScriptProcess Start(int userId, int groupId);

    /// <summary>Adds a group to the supplementary groups of a user: of processes that run and of those that start
    /// later.</summary>
    void AddToGroup(int userId, int groupId);
}

/// <summary>A process of a script.</summary>
public interface IScriptProcess
{
    /// <summary>Its calls. A descriptor number that was never given out must be answered with EBADF.</summary>
    IFileSystem Files { get; }

    /// <summary>Sets the bits that new files do not get.</summary>
    /// <param name="mask">0 to 0o777.</param>
    /// <returns>The former mask.</returns>
    int SetUmask(int mask);

    /// <summary>Ends the process; what it left open is closed.</summary>
    void End();
}
