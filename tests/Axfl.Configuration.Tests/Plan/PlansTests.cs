using System.Text.Json;
using Axfl.Testing;

namespace Axfl.Configuration.Tests.Plan;

/// <summary>Whole plans, each fine or refused with an error that names one of the words given.</summary>
public class PlansTests
{
    public static TheoryData<string> Names() => [.. Plans().Select(p => p.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_plan_is_fine_or_refused_by_name(string name)
    {
        var plan = Plans().Single(p => p.GetProperty("name").GetString() == name);
        string[] errors = [.. SessionsFiles.Check(plan.GetProperty("plan").GetString()!).Where(p => !p.IsWarning).Select(p => p.ToString())];
        if (plan.GetProperty("error_names") is { ValueKind: JsonValueKind.Array } words)
            Assert.Contains(errors, e => words.EnumerateArray().Any(w => e.Contains(w.GetString()!, StringComparison.Ordinal)));
        else Assert.Empty(errors);
    }

    [Fact]
    public void An_error_of_reference_hours_is_told_once_with_its_place()
    {
        var problem = SessionsFiles.Problem("""
            portfolio:
              symbols: [EURUSD, GBPUSD]
              strategies:
                - name: arls
                  windows: [{start: "07:00", end: "10:00"}]
                  params: {range_start: "05:00", range_end: "04:00"}
            """);
        Assert.Equal((6, "portfolio.strategies[0].params.range_end"), (problem.Line, problem.Key));
        Assert.Contains("range_end 04:00 is not after range_start 05:00", problem.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<JsonElement> Plans()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", "plans.json")));
        return [.. document.RootElement.EnumerateArray().Select(e => e.Clone())];
    }
}
