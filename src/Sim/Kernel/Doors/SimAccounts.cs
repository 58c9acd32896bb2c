using TwoDoors.Model.World;

namespace TwoDoors.Sim.Kernel.Doors;

/// <summary>Accounts: given once and never changed, but nobody may be able to look them up.</summary>
internal sealed class SimAccounts(KernelDoors kernel) : IAccounts
{
    private static readonly string[] AnsweredOrNot = ["answered", "no answer"];

    /// <summary>Who has an account, and which.</summary>
    public IReadOnlyDictionary<FilePath, Account> Users { get; set; } = new Dictionary<FilePath, Account>();

    /// <summary>How many look-ups may go unanswered.</summary>
    public int FailuresLeft { get; set; }

    public async ValueTask<Result<Account>> User(FilePath name)
    {
        await kernel.Call("look up user", name);
        if (HasFailed(name))
            return kernel.Answer<Result<Account>>(Errno.EAGAIN);
        return kernel.Answer(
            Users.TryGetValue(name, out Account found) ? found : new Result<Account>(Errno.ENOENT, default));
    }

    public async ValueTask<Result<int>> Group(FilePath name)
    {
        await kernel.Call("look up group", name);
        if (HasFailed(name))
            return kernel.Answer<Result<int>>(Errno.EAGAIN);
        return kernel.Answer(
            Users.TryGetValue(name, out Account found) ? found.GroupId : new Result<int>(Errno.ENOENT, 0));
    }

    private bool HasFailed(FilePath name)
    {
        if (FailuresLeft == 0 || kernel.Machine.Ask($"account of {name}", AnsweredOrNot) == 0)
            return false;
        FailuresLeft--;
        return true;
    }
}
