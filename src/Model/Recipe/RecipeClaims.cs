using TwoDoors.Model.Claims;
using TwoDoors.Model.World;

namespace TwoDoors.Model.Recipe;

/// <summary>Conditions over what the world was promised and given. They read a <see cref="RecipeLedger"/>.</summary>
public static class RecipeClaims
{
    /// <summary>A file holds what was promised last, or something newer.</summary>
    public static Condition AckedSurvives(FileVersions versions) => view =>
    {
        IReadOnlyList<byte[]?> promised = Ledger(view).Promises(versions.Path);
        string? wrong = Conditions.Holds(versions.Path, versions.After(promised))(view);
        if (wrong is null || promised.Count > 0)
            return wrong is null ? null : $"{wrong} (acked: {Content.Show(promised[^1])})";

        // Before any promise the file may hold anything: that is old-or-new's business.
        return null;
    };

    /// <summary>Something was promised about a path.</summary>
    public static Condition Acked(FilePath path) => view =>
        Ledger(view).Promises(path).Count > 0 ? null : $"nothing was acked about {path}";

    /// <summary>A log begins with everything that was promised of it.</summary>
    public static Condition AckedPrefix(FilePath path) => view =>
    {
        foreach (byte[]? promised in Ledger(view).Promises(path))
        {
            if (Conditions.BeginsWith(path, promised ?? [])(view) is { } wrong)
                return wrong;
        }

        return null;
    };

    /// <summary>Every promised text is the whole content of some file in a directory, or was delivered.</summary>
    public static Condition AckedInDirectory(FilePath directory) => view =>
    {
        foreach (byte[]? promised in Ledger(view).Promises(directory))
        {
            if (promised is not null && Ledger(view).Delivered(promised).Count == 0 && !IsIn(view, directory, promised))
                return $"no file in {directory} holds {Content.Show(promised)}, which was acked";
        }

        return null;
    };

    /// <summary>Nothing was delivered more often than once and once for every crash before its settlement.</summary>
    public static Condition NoDuplicate { get; } = view =>
    {
        foreach (KeyValuePair<byte[], Delivery> delivered in Ledger(view).Deliveries)
        {
            if (delivered.Value.Count > 1 + delivered.Value.Excused)
                return $"{Content.Show(delivered.Key)} was delivered {delivered.Value.Count} times";
        }

        return null;
    };

    /// <summary>Only these texts were ever delivered.</summary>
    public static Condition NoCorruptDelivery(IReadOnlyList<byte[]?> texts) => view =>
    {
        foreach (KeyValuePair<byte[], Delivery> delivered in Ledger(view).Deliveries)
        {
            if (!texts.Any(text => Content.Same(text, delivered.Key)))
                return $"{Content.Show(delivered.Key)} was delivered, which nobody sent";
        }

        return null;
    };

    /// <summary>Every recipe claims it: one whose first call fails would keep every other claim.</summary>
    public static Property StepsFinish(int activities) => new(
        "steps-finish",
        "The steps run to their end in at least one execution.",
        ClaimTime.Sometimes,
        view => Ledger(view).Finished >= activities ? null : "a call failed that was not allowed to");

    /// <summary>Every recipe without injected faults claims it: no call of recovery fails unexpectedly.</summary>
    public static Property RecoveryFinishes { get; } = new(
        "recovery-finishes",
        "Recovery runs to its end after every crash.",
        ClaimTime.AtEnd,
        view => Ledger(view).RecoveryFailed ? "a call of recovery failed that was not allowed to" : null);

    private static RecipeLedger Ledger(IWorldView view) => (RecipeLedger)view.Ledger;

    private static bool IsIn(IWorldView view, FilePath directory, byte[] content)
    {
        foreach (FilePath name in view.Names(directory))
        {
            if (Content.Same(view.Read(directory / name), content))
                return true;
        }

        return false;
    }
}
