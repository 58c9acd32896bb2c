namespace TwoDoors.Model.World;

/// <summary>How the activities of one process speak to each other: letters in order, in memory. They share nothing
/// else that changes. It ends with the process.</summary>
/// <typeparam name="TKind">What a letter may be about.</typeparam>
public interface IMailbox<TKind>
    where TKind : struct, Enum
{
    /// <summary>Puts a letter in, behind all others. Never waits.</summary>
    void Post(Letter<TKind> letter);

    /// <summary>Takes the first letter out, and waits for one if there is none.</summary>
    /// <param name="until">No longer than to this time of <see cref="IClock.Now"/>; null: however long.</param>
    /// <returns>The letter, or null: the time has come and there was none.</returns>
    ValueTask<Letter<TKind>?> Take(TimeSpan? until = null);
}

/// <summary>A letter: plain content, so that who takes equal letters in equal order is in equal states.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Number">A number; what it counts hangs on the kind.</param>
/// <param name="Text">A name or a path; what it names hangs on the kind.</param>
public readonly record struct Letter<TKind>(TKind Kind, long Number = 0, FilePath Text = default)
    where TKind : struct, Enum
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"{Kind}{(Number == 0 ? "" : $" {Number}")}{(Text.Length == 0 ? "" : $" {Text}")}";
}
