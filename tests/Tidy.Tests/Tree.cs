using System.Diagnostics;

namespace TwoDoors.Tidy.Tests;

/// <summary>The text files that are, or would be, committed.</summary>
internal sealed class Tree(IReadOnlyList<SourceFile> files)
{
    private static readonly string[] Binary = [".png", ".gz", ".ico"];

    private static readonly Lazy<Tree> Read = new(ReadHere);

    /// <summary>The tree that these tests were built from.</summary>
    public static Tree Here => Read.Value;

    /// <summary>The directory that holds TwoDoors.slnx.</summary>
    public static string Root { get; } = FindRoot();

    public IReadOnlyList<SourceFile> Files => files;

    public IEnumerable<SourceFile> CSharp => files.Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal));

    public IEnumerable<SourceFile> Projects =>
        files.Where(file => file.Path.EndsWith(".csproj", StringComparison.Ordinal) && !Is(file, "optional/"));

    public IEnumerable<SourceFile> Markdown => files.Where(file => file.Path.EndsWith(".md", StringComparison.Ordinal));

    public static Tree Of(params (string Path, string Text)[] files) =>
        new([.. files.Select(file => new SourceFile(file.Path, file.Text))]);

    public IEnumerable<SourceFile> Under(string folder) => CSharp.Where(file => Is(file, folder));

    public SourceFile? Find(string path) => files.FirstOrDefault(file => file.Path == path);

    public bool Has(string path) =>
        files.Any(file => file.Path == path || Is(file, path.TrimEnd('/') + "/"));

    private static bool Is(SourceFile file, string folder) => file.Path.StartsWith(folder, StringComparison.Ordinal);

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TwoDoors.slnx")))
            folder = folder.Parent;
        return folder?.FullName
            ?? throw new InvalidOperationException($"No TwoDoors.slnx above {AppContext.BaseDirectory}.");
    }

    private static Tree ReadHere()
    {
        IEnumerable<string> paths = Git() ?? Walk();
        IEnumerable<string> texts = paths.Where(path => !Binary.Contains(Path.GetExtension(path)));
        IEnumerable<SourceFile> read =
            from path in texts.Order(StringComparer.Ordinal)
            let place = Path.Combine(Root, path)
            where File.Exists(place)
            select new SourceFile(path, File.ReadAllText(place).ReplaceLineEndings("\n"));
        return new Tree([.. read]);
    }

    /// <summary>What git tracks, and what it would if all were added; null where there is no repository.</summary>
    private static string[]? Git()
    {
        try
        {
            ProcessStartInfo start = new("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
            {
                WorkingDirectory = Root,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using Process git = Process.Start(start)!;
            Task<string> errors = git.StandardError.ReadToEndAsync();
            string output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            _ = errors.GetAwaiter().GetResult();
            return git.ExitCode == 0 ? output.Split('\0', StringSplitOptions.RemoveEmptyEntries) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static IEnumerable<string> Walk()
    {
        string[] made = ["artifacts", "bin", "obj", "traces", ".git"];
        return Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path))
            .Where(path => !path.Split('/').Any(part => made.Contains(part)));
    }
}
