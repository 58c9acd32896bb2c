using TwoDoors.Model.Recipe;
using TwoDoors.Model.World;

namespace TwoDoors.Sim.Scenarios.Recipe;

/// <summary>What a recipe has named so far while it is read: a wrong name is found before anything
/// runs.</summary>
internal sealed class StepScope
{
    private readonly RecipeNames names;
    private readonly string part;
    private readonly IReadOnlyList<string> earlier;
    private readonly List<string> texts = [];
    private readonly List<string> opened = [];
    private readonly List<string> closed = [];
    private readonly List<string> variables = [];

    /// <summary>An activity's scope: it shares nothing with others but points and paths.</summary>
    /// <param name="names">Of the whole recipe.</param>
    /// <param name="part">The name of the activity.</param>
    /// <param name="earlier">The activities that are started before it.</param>
    public StepScope(RecipeNames names, string part, IReadOnlyList<string> earlier)
    {
        this.earlier = earlier;
        this.names = names;
        this.part = part;
    }

    /// <summary>Promises of this activity, in order.</summary>
    public List<Promise> Promises { get; } = [];

    /// <summary>Declares the handle that an open makes.</summary>
    public string Open(Scalar name)
    {
        if (name.Text.StartsWith('/'))
            throw new ScenarioException(name.At, $"'as': expected a name for the handle, found the path '{name.Text}'");
        closed.Remove(name.Text);
        if (!opened.Contains(name.Text))
            opened.Add(name.Text);
        return name.Text;
    }

    /// <summary>A handle that is used.</summary>
    public string Use(string key, Scalar name)
    {
        if (opened.Contains(name.Text))
            return name.Text;
        throw new ScenarioException(name.At, closed.Contains(name.Text)
            ? $"'{key}': the handle '{name.Text}' is closed by then"
            : $"'{key}': no handle '{name.Text}' was opened before{Nearest.Hint(name.Text, opened)}");
    }

    /// <summary>A handle that is used for the last time.</summary>
    public string Close(string key, Scalar name)
    {
        Use(key, name);
        opened.Remove(name.Text);
        closed.Add(name.Text);
        return name.Text;
    }

    /// <summary>An activity that another one may wait for.</summary>
    public string Earlier(Scalar name) => earlier.Contains(name.Text)
        ? name.Text
        : throw new ScenarioException(
            name.At, $"'join': no activity '{name.Text}' above this one{Nearest.Hint(name.Text, earlier)}");

    /// <summary>Declares a name for what is read.</summary>
    public string KeepText(Scalar name)
    {
        if (!texts.Contains(name.Text))
            texts.Add(name.Text);
        return name.Text;
    }

    /// <summary>What an earlier read brought.</summary>
    public string Text(string key, Scalar name) => texts.Contains(name.Text)
        ? name.Text
        : throw new ScenarioException(
            name.At, $"'{key}': nothing was read as '{name.Text}' before{Nearest.Hint(name.Text, texts)}");

    /// <summary>Declares a variable.</summary>
    public string Bind(string key, Scalar name)
    {
        if (!name.Text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            throw new ScenarioException(name.At, $"'{key}': expected letters and digits, found '{name.Text}'");
        if (!variables.Contains(name.Text))
            variables.Add(name.Text);
        return name.Text;
    }

    /// <summary>An absolute path in which <c>${variable}</c> may stand.</summary>
    public PathTemplate Path(string key, Scalar text)
    {
        if (!text.Text.StartsWith('/') || text.Text.Contains('\0', StringComparison.Ordinal))
            throw new ScenarioException(text.At, $"'{key}': expected an absolute path, found '{text.Text}'");
        PathTemplate path = new(text.Text.Length > 1 ? text.Text.TrimEnd('/') : text.Text);
        foreach (string variable in path.Variables)
        {
            if (variables.Contains(variable))
                continue;
            string hint = Nearest.Hint(variable, variables);
            throw new ScenarioException(text.At, $"'{key}': no variable '{variable}' was bound before{hint}");
        }

        names.Mention(path);
        return path;
    }

    /// <summary>Declares a directory that a step makes.</summary>
    public PathTemplate MakeDirectory(PathTemplate path)
    {
        names.MakeDirectory(path);
        return path;
    }

    /// <summary>Declares a sync point.</summary>
    public string Point(Scalar point) => names.Point(point, part);

    /// <summary>The file of a promise that names none.</summary>
    public FilePath AckTarget(Position at) => names.AckTarget(at);

    /// <summary>Remembers what is promised.</summary>
    public Promise Promise(Position at, FilePath path, byte[]? text)
    {
        if (Promises.Any(known => known.Path == path && Content.Same(known.Text, text)))
            throw new ScenarioException(at, $"'ack': {Content.Show(text)} is acked for {path} twice");
        Promise promise = new(path, text);
        Promises.Add(promise);
        return promise;
    }

    /// <summary>Reads something that runs only sometimes: handles it opens stay known, handles it closes stay open for
    /// what runs otherwise.</summary>
    public T Branch<T>(Func<T> read)
    {
        List<string> before = [.. opened];
        T result = read();
        foreach (string name in before)
        {
            if (!opened.Contains(name))
                opened.Add(name);
        }

        return result;
    }
}
