namespace TwoDoors.Model.World;

/// <summary>Who has an account here. Source: getpwnam_r(3), getgrnam_r(3), over nsswitch.conf(5).</summary>
public interface IAccounts
{
    /// <summary>Looks a user up.</summary>
    /// <returns>The account; ENOENT (there is none), EAGAIN (the directory service does not answer now: it says
    /// nothing about the account).</returns>
    /// <remarks>Source: getpwnam(3).</remarks>
    ValueTask<Result<Account>> User(FilePath name);

    /// <summary>Looks a group up.</summary>
    /// <returns>Its number; ENOENT, EAGAIN as for <see cref="User"/>.</returns>
    /// <remarks>Source: getgrnam(3).</remarks>
    ValueTask<Result<int>> Group(FilePath name);
}

/// <summary>What matters here of a line of passwd(5).</summary>
/// <param name="UserId">uid.</param>
/// <param name="GroupId">gid of the primary group.</param>
/// <param name="Home">The home directory as written there.</param>
public readonly record struct Account(int UserId, int GroupId, FilePath Home);
