using Axfl.Rooms;

namespace Axfl.Architecture.Tests;

/// <summary>The rooms of the house, over the compiled assemblies: a folder is a room.</summary>
public class RoomTests
{
    public static TheoryData<string> Projects => [.. House.Order.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Rooms_of_an_assembly_have_no_cycle(string project) => Assert.Empty(Cycles.Of(Assembly(project).Arrows));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Namespaces_follow_folders(string project)
    {
        // The names a strategy's author writes stay in one namespace, wherever their files are.
        var flat = project == "Axfl.Contracts";
        Assert.Empty(Assembly(project).Types
            .Where(t => t.Namespace.Length > 0 && t.Namespace != (flat || t.Room.Length == 0 ? project : project + "." + t.Room.Replace('/', '.')))
            .Select(t => $"{t.Name} is in {t.File}"));
    }

    [Fact]
    public void Interfaces_and_enums_have_a_room_too()
    {
        var rooms = Assembly("Axfl.Contracts").Types.ToDictionary(t => t.Name, t => t.Room);
        Assert.Equal("Strategies", rooms["Axfl.Contracts.IStrategy"]);
        Assert.Equal("Ports", rooms["Axfl.Contracts.IAxflRuntime"]);
    }

    [Fact]
    public void A_cycle_is_found_and_named()
    {
        Arrow[] arrows = [new("Gates", "Risk", "G", "R"), new("Risk", "Plan", "R", "P"), new("Plan", "Gates", "P", "G"), new("Plan", "Results", "P", "X")];
        Assert.Equal(arrows[..3], Cycles.Of(arrows));
        Assert.Empty(Cycles.Of([arrows[0], arrows[1], arrows[3]]));
    }

    [Fact]
    public void Arrows_are_read_from_compiled_code()
    {
        var arrows = Assembly("Axfl.Engine").Arrows.Select(a => (a.From, a.To)).ToList();
        Assert.Contains(("Gates", "Risk"), arrows);
        Assert.Contains(("", "Fills"), arrows);
        Assert.DoesNotContain(("Plan", "Gates"), arrows);
    }

    private static HouseAssembly Assembly(string project) => House.Assemblies.Single(a => a.Project == project);
}
