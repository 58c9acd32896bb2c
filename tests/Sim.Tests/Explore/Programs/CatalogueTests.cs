using TwoDoors.Sim.Explore.Programs;
using TwoDoors.Sim.Explore.Threads;
using Xunit;

namespace TwoDoors.Sim.Tests.Explore.Programs;

public sealed class CatalogueTests
{
    public static TheoryData<string> Names { get; } = new(Catalogue.Names);

    /// <summary>The others go round for ever: one always, one in the schedule of this test.</summary>
    public static TheoryData<string> NamesThatEnd { get; } =
        new(Catalogue.Names.Where(name => name is not ("filter" or "polite")));

    [Theory]
    [MemberData(nameof(NamesThatEnd))]
    public void Program_UsualNumbers_RunsToAnEnd(string name)
    {
        CatalogueProgram program = Catalogue.Find(name)!;
        ThreadMachine machine = new(program.Build([.. program.Parameters.Select(one => one.Usual)]).Compile());

        while (machine.Count > 0 && machine.Steps < 10_000)
            machine.Step(machine[machine.Steps % machine.Count]);

        Assert.Equal(0, machine.Count);
        Assert.NotEqual(0, machine.Steps);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Program_LeastNumbers_Compiles(string name)
    {
        CatalogueProgram program = Catalogue.Find(name)!;

        ThreadProgram compiled = program.Build([.. program.Parameters.Select(one => one.Least)]).Compile();

        Assert.NotEmpty(compiled.Threads);
    }

    [Fact]
    public void Catalogue_Names_AreDifferent() =>
        Assert.Equal(Catalogue.Names.Count, Catalogue.Names.Distinct().Count());
}
