namespace TwoDoors.Model.World;

/// <summary>What a call answered: a value, or the reason there is none.</summary>
/// <typeparam name="T">The value of a call that succeeded.</typeparam>
/// <param name="Errno">Ok, or why the call failed.</param>
/// <param name="Value">Meaningful only when <paramref name="Errno"/> is Ok.</param>
public readonly record struct Result<T>(Errno Errno, T Value)
{
    /// <summary>True when <see cref="Value"/> may be used.</summary>
    public bool IsOk => Errno == Errno.Ok;

    /// <summary>A success.</summary>
    /// <param name="value">The answer.</param>
    public static implicit operator Result<T>(T value) => new(Errno.Ok, value);

    /// <summary>A failure.</summary>
    /// <param name="errno">Any errno but Ok.</param>
    public static implicit operator Result<T>(Errno errno) => new(errno, default!);

    /// <inheritdoc/>
    public override string ToString() => IsOk ? Value?.ToString() ?? "(end)" : $"{Errno}";
}
