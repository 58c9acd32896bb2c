using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Programs;

/// <summary>A deposit, a withdrawal and a check of the balance that forgets the deposit: it fails whenever it comes
/// last. 2 of the 6 schedules fail.</summary>
internal static class Account
{
    private const string Check =
        """
        lock m
        if deposited {
          if withdrawn {
            assert balance == 1 - 2 - 4 "the balance is not what the check expects"
          }
        }
        unlock m
        """;

    /// <summary>For the catalogue.</summary>
    public static CatalogueProgram Program { get; } = new(
        "account", "a check of a balance fails when deposit and withdrawal are both done", [], _ => Of())
    {
        Source = "SCTBench CS/account_bad: Thomson, Donaldson, Betts, TOPC 2016",
    };

    /// <summary>The program.</summary>
    public static ProgramText Of() => new(
        "account",
        [
            new ThreadText("check", Check),
            new ThreadText("deposit", "lock m; balance = balance + 2; deposited = 1; unlock m"),
            new ThreadText("withdraw", "lock m; balance = balance - 4; withdrawn = 1; unlock m"),
        ])
    {
        Variables = [new("balance", [1]), new("deposited", [0]), new("withdrawn", [0])],
        Mutexes = [new("m", 0)],
    };
}
