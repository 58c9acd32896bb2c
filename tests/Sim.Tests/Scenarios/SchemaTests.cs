using System.Runtime.CompilerServices;
using System.Text.Json;
using TwoDoors.Sim.Scenarios;
using Xunit;

namespace TwoDoors.Sim.Tests.Scenarios;

public sealed class SchemaTests
{
    [Fact]
    public void Schema_Profiles_AreTheLoaders()
    {
        JsonElement words = Keys("disk").GetProperty("profile").GetProperty("enum");

        Assert.Equal(DiskKeys.Profiles, words.EnumerateArray().Select(Text));
    }

    [Fact]
    public void Schema_Strategies_AreTheLoaders()
    {
        JsonElement words = OfHosts("explore").GetProperty("strategy").GetProperty("anyOf")[0].GetProperty("enum");

        Assert.Equal(ExploreKeys.Strategies, words.EnumerateArray().Select(Text));
    }

    [Fact]
    public void Schema_Faults_AreTheLoaders()
    {
        string[] names = [.. Keys("faults").EnumerateObject().Select(member => member.Name)];

        Assert.Equal(["crashes", "process-crashes", .. FaultKeys.Kinds], names);
    }

    [Fact]
    public void Schema_Systems_AreAllThereAre()
    {
        JsonElement names = Schema("properties").GetProperty("system").GetProperty("enum");

        Assert.Equal(Systems.All.Select(system => system.Name), names.EnumerateArray().Select(Text));
    }

    private static string Text(JsonElement word) => word.GetString()!;

    private static JsonElement Keys(string section) =>
        Schema("properties").GetProperty(section).GetProperty("properties");

    private static JsonElement OfHosts(string section) => Schema("allOf")[0]
        .GetProperty("then").GetProperty("properties").GetProperty(section).GetProperty("properties");

    private static JsonElement Schema(string member, [CallerFilePath] string here = "")
    {
        string root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));
        string text = File.ReadAllText(Path.Combine(root, "docs/scenario.schema.json"));
        using JsonDocument document = JsonDocument.Parse(text);
        return document.RootElement.GetProperty(member).Clone();
    }
}
