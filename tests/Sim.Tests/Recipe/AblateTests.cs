using System.Text.Json;
using TwoDoors.Sim.Cli;
using Xunit;

namespace TwoDoors.Sim.Tests.Recipe;

public sealed class AblateTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("twodoors").FullName;
    private string output = "";
    private string error = "";

    public AblateTests()
    {
        Directory.CreateDirectory(Path.Combine(folder, "scenarios/recipe"));
        foreach (string name in new[] { "publish-by-rename", "publish-by-rename-without-directory-fsync" })
        {
            string text = RecipeText.OfRepository($"scenarios/recipe/{name}.yaml");
            File.WriteAllText(Path.Combine(folder, $"scenarios/recipe/{name}.yaml"), text);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Ablate_PublishByRename_PrintsTheMatrix()
    {
        int code = Run("ablate", "recipe/publish-by-rename", "--profiles", "posix-min,ext4-ordered", "--quiet");

        Assert.Equal(ExitCode.Expected, code);
        Assert.Equal(
            """
            left out    posix-min                  ext4-ordered
            (nothing)   holds                      holds
            fsync(tmp)  old-or-new acked-survives  redundant
            fsync(d)    acked-survives             acked-survives
            redundant: redundant here, proven: without this sync every claim still holds

            """,
            output);
        Assert.Equal("", error);
    }

    [Fact]
    public void Ablate_BrokenScenario_TriesNothingElse()
    {
        Run("ablate", "recipe/publish-by-rename-without-directory-fsync", "--profiles", "posix-min", "--quiet");

        Assert.Contains("fsync(tmp)  broken", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Ablate_Json_NamesClaimsAndProofs()
    {
        Run("ablate", "scenarios/recipe/publish-by-rename.yaml", "--profiles", "btrfs", "--json");

        using JsonDocument document = JsonDocument.Parse(output);
        JsonElement syncs = document.RootElement.GetProperty("syncs");
        Assert.Equal("twodoors-ablate-1", document.RootElement.GetProperty("format").GetString());
        Assert.Equal("holds", syncs[0].GetProperty("without")[0].GetProperty("outcome").GetString());
        Assert.Equal("acked-survives", syncs[1].GetProperty("without")[0].GetProperty("violates")[0].GetString());
    }

    [Theory]
    [InlineData("recipe/publish-by-rname", "", "no scenario 'recipe/publish-by-rname'")]
    [InlineData("recipe/publish-by-rename", "posix-mim", "unknown profile 'posix-mim'; did you mean 'posix-min'?")]
    public void Ablate_WrongWord_IsOneErrorAndExitCodeTwo(string scenario, string profiles, string expected)
    {
        string[] arguments = profiles.Length > 0 ? ["--profiles", profiles] : [];
        int code = Run(["ablate", scenario, .. arguments]);

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    private int Run(params string[] arguments)
    {
        using StringWriter here = new();
        using StringWriter there = new();
        int code = EntryPoint.Run(arguments, new Surroundings
        {
            Out = here,
            Error = there,
            IsTerminal = false,
            Folder = folder,
        });
        (output, error) = (here.ToString(), there.ToString());
        return code;
    }
}
