using System.Text;
using TwoDoors.Model.World;

namespace TwoDoors.Real.Cli;

/// <summary>Arguments with all their bytes. .NET decodes them as UTF-8 and so loses names that are not; here one
/// character stands for one byte, from the parser down to <see cref="Path"/>.</summary>
internal static class RawArguments
{
    /// <summary>The arguments of this process, a character a byte.</summary>
    /// <param name="decoded">As .NET gives them: how many there are.</param>
    public static IReadOnlyList<string> Of(string[] decoded)
    {
        const string Source = "/proc/self/cmdline";
        string[] all = File.Exists(Source) ? Encoding.Latin1.GetString(File.ReadAllBytes(Source)).Split('\0') : [];

        // Each argument ends with a NUL, so the last piece is empty; before the arguments stands what started them.
        return all.Length > decoded.Length
            ? all[(all.Length - 1 - decoded.Length)..^1]
            : [.. decoded.Select(argument => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(argument)))];
    }

    /// <summary>The path of an argument.</summary>
    public static FilePath Path(string argument) => FilePath.Of(Encoding.Latin1.GetBytes(argument));

    /// <summary>The argument as text, for programs that are started with it; null where it is no UTF-8.</summary>
    public static string? Text(string argument)
    {
        byte[] bytes = Encoding.Latin1.GetBytes(argument);
        string text = Encoding.UTF8.GetString(bytes);
        return Encoding.UTF8.GetBytes(text).AsSpan().SequenceEqual(bytes) ? text : null;
    }
}
