using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Programs;

/// <summary>Races behind published vulnerabilities, cut down to what matters.</summary>
internal static class Vulnerabilities
{
    private const string Origin = "as in ConVul and PERIOD: Wen and others, ICSE 2022";

    private const string Install =
        """
        if uid == 0 {
          lock m
          if uid == 0 {
            uid = 1
            session = 1
          }
          unlock m
        }
        """;

    private const string Once =
        """
        if done { return }
        waiters = waiters + 1
        p = pointer
        assert p && alive "a lock that was freed is used"
        touched = 1
        assert alive "a lock that was freed is taken"
        lock m
        if done == 0 { done = 1 }
        p = pointer
        assert p && alive "a lock that was freed is given back"
        unlock m
        waiters = waiters - 1
        if waiters == 0 {
          p = pointer
          assert p && alive "a lock is freed twice"
          alive = 0
          pointer = 0
        }
        """;

    /// <summary>A keyring is used before it is there, because another one that is made with it is there.</summary>
    public static CatalogueProgram Keyrings { get; } = new(
        "cve_2013_1792", "Linux keyrings: one of two pointers is there before the other", [], _ => new(
            "cve_2013_1792",
            [
                new ThreadText("lookup", $"if session == 0 {{\n{Install}\n}}\nassert session \"no session keyring\""),
                new ThreadText("install", Install),
            ])
        {
            Variables = [new("uid", [0]), new("session", [0])],
            Mutexes = [new("m", 0)],
        })
    {
        Source = $"CVE-2013-1792, {Origin}",
    };

    /// <summary>The last one to leave frees the lock while another one is on its way in.</summary>
    public static CatalogueProgram OnceOnly { get; } = new(
        "cve_2016_1972", "libvpx: a lock is freed while another thread is about to take it", [], _ => new(
            "cve_2016_1972", [new ThreadText("t1", Once), new ThreadText("t2", Once)])
        {
            Variables =
            [
                new("done", [0]), new("waiters", [0]), new("pointer", [1]), new("alive", [1]), new("touched", [0]),
            ],
            Mutexes = [new("m", 0)],
        })
    {
        Source = $"CVE-2016-1972, {Origin}",
    };

    /// <summary>A counted singleton that is destroyed while another thread holds it.</summary>
    public static CatalogueProgram Singleton { get; } = new(
        "cve_2016_1973", "WebRTC: a counted singleton is used after it was destroyed, or before it is there", [],
        _ => new("cve_2016_1973", [new ThreadText("t2", Use(2)), new ThreadText("t1", Use(1) + Release)])
        {
            Variables = [new("count", [0]), new("instance", [0]), new("alive", new int[3])],
        })
    {
        Source = $"CVE-2016-1973, {Origin}",
    };

    private const string Release =
        """

        left = fetch_add(count, -1) - 1
        if left == 0 {
          atomic { old = instance; instance = 0 }
          if old { alive[old] = 0 }
        }
        """;

    private static string Use(int own) =>
        $$"""
        make = 0
        if count == 0 {
          make = 1
        } else {
          if fetch_add(count, 1) == 0 {
            z = fetch_add(count, -1)
            make = 1
          }
        }
        if make {
          alive[{{own}}] = 1
          if fetch_add(count, 1) == 0 {
            instance = {{own}}
          } else {
            z = fetch_add(count, -1)
            alive[{{own}}] = 0
          }
        }
        p = instance
        assert p && alive[p] "the instance is not there"
        """;
}
