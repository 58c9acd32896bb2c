using TwoDoors.Model.World;

namespace TwoDoors.Model.Automount;

/// <summary>Whose a base is.</summary>
public interface IOwners
{
    /// <summary>Looks up whose a base is.</summary>
    /// <returns>The owner; ENOENT (there is no such base), EAGAIN (nobody can say now).</returns>
    ValueTask<Result<Owner>> Of(IAccounts accounts, FilePath baseName);

    /// <summary>True where a directory that is there belongs to the base, and not to one that had the name
    /// before.</summary>
    bool IsSame(FileStatus directory, Owner owner);
}

/// <summary>autohome: users. With a directory to compare with, an account must have its home there.</summary>
/// <param name="directory">The automount directory; null with nohomecheck.</param>
public sealed class UserOwners(FilePath? directory) : IOwners
{
    /// <inheritdoc/>
    public async ValueTask<Result<Owner>> Of(IAccounts accounts, FilePath baseName)
    {
        Result<Account> account = await accounts.User(baseName);
        if (!account.IsOk)
            return account.Errno;
        return directory is FilePath above && account.Value.Home != above / baseName
            ? Errno.ENOENT
            : new Owner(account.Value.UserId, account.Value.GroupId);
    }

    /// <inheritdoc/>
    public bool IsSame(FileStatus directory, Owner owner) => directory.UserId == owner.UserId;
}

/// <summary>autogroup: groups, whose directories belong to a user that the options name.</summary>
/// <param name="userId">Usually root.</param>
public sealed class GroupOwners(int userId) : IOwners
{
    /// <inheritdoc/>
    public async ValueTask<Result<Owner>> Of(IAccounts accounts, FilePath baseName)
    {
        Result<int> group = await accounts.Group(baseName);
        return group.IsOk ? new Owner(userId, group.Value) : group.Errno;
    }

    /// <inheritdoc/>
    public bool IsSame(FileStatus directory, Owner owner) => directory.GroupId == owner.GroupId;
}

/// <summary>automisc: any name, and one owner for all.</summary>
public sealed class OneOwner(Owner owner) : IOwners
{
    /// <inheritdoc/>
    public ValueTask<Result<Owner>> Of(IAccounts accounts, FilePath baseName) => new(owner);

    /// <inheritdoc/>
    public bool IsSame(FileStatus directory, Owner owner) => true;
}
