using TwoDoors.Model.World;

namespace TwoDoors.Model.Recipe;

/// <summary>What a file may hold according to a recipe; null stands for no file. Immutable.</summary>
/// <param name="Path">The file.</param>
/// <param name="Given">At the start.</param>
/// <param name="New">What each activity promises about it, in order, no text twice.</param>
/// <param name="Repeats">True when the activities may run again after a crash, from their first version on.</param>
public sealed record FileVersions(
    FilePath Path,
    byte[]? Given,
    IReadOnlyList<IReadOnlyList<byte[]?>> New,
    bool Repeats = false)
{
    /// <summary>The given version and all new ones.</summary>
    public IReadOnlyList<byte[]?> All => [Given, .. New.SelectMany(texts => texts)];

    /// <summary>What the file may hold after these promises: of each activity, the last promised version and the
    /// later ones; the given version only before any promise.</summary>
    public IReadOnlyList<byte[]?> After(IReadOnlyList<byte[]?> promised)
    {
        List<byte[]?> possible = promised.Count == 0 ? [Given] : [];
        foreach (IReadOnlyList<byte[]?> texts in New)
        {
            int last = texts.Count - 1;
            while (last > 0 && !promised.Any(text => Content.Same(text, texts[last])))
                last--;
            for (int i = Repeats ? 0 : Math.Max(last, 0); i < texts.Count; i++)
                possible.Add(texts[i]);
        }

        return possible;
    }
}
