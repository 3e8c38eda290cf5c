using NetArchTest.Rules;

namespace Axfl.Engine.Tests;

/// <summary>The rooms of the engine: each knows only those before it, so that none is on a cycle. The engine itself, on top, knows all.</summary>
public class RoomTests
{
    private static readonly string[] InOrder =
        ["State", "Plan", "Sessions", "Results", "Orders", "Events", "Portfolio", "Costs", "Account", "Risk", "Gates", "Exits", "Fills", "Desk", "Status"];

    public static TheoryData<string> Rooms() => [.. InOrder];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_knows_only_rooms_before_it(string room)
    {
        string[] later = [.. InOrder.SkipWhile(r => r != room).Skip(1).Select(Name), nameof(Axfl) + ".Engine." + nameof(PortfolioEngine), nameof(Axfl) + ".Engine." + nameof(Backtest)];
        var result = Types.InAssembly(typeof(PortfolioEngine).Assembly).That().ResideInNamespace(Name(room)).ShouldNot().HaveDependencyOnAny(later).GetResult();
        Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypes?.Select(t => t.FullName) ?? []));
    }

    [Fact]
    public void Every_room_has_its_place()
    {
        var found = typeof(PortfolioEngine).Assembly.GetTypes().Select(t => t.Namespace).Where(n => n?.StartsWith("Axfl.Engine.", StringComparison.Ordinal) == true).Distinct();
        Assert.Equal(InOrder.Select(Name).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    private static string Name(string room) => "Axfl.Engine." + room;
}
