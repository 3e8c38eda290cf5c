using Axfl.Contracts;
using Axfl.Strategies.Catalogue;
using Axfl.Testing;

namespace Axfl.Configuration.Tests.Keys;

/// <summary>A plan with less warm-up than a strategy of it declares to need warns, at every run.</summary>
public class WarmupNeedTests
{
    [Theory]
    [InlineData(5, "warmup_days: 4")]
    [InlineData(4, "")]
    public void Less_warm_up_than_a_strategy_declares_is_a_warning(int needs, string line)
    {
        var problem = Assert.Single(Check(needs, line));
        Assert.True(problem.IsWarning);
        Assert.Equal("portfolio.warmup_days", problem.Key);
        Assert.Contains($"the strategy 'orb' needs {needs}", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, "")]
    [InlineData(5, "warmup_days: 5")]
    public void As_much_as_it_declares_is_none(int needs, string line) => Assert.Empty(Check(needs, line));

    private static IReadOnlyList<ConfigurationProblem> Check(int needs, string line)
    {
        using var sessions = new SessionsFiles($$"""
            portfolio:
              symbols: [EURUSD]
              {{line}}
              strategies: [{name: orb, windows: [{start: "07:00", end: "10:00"}]}]
            """);
        return SessionsLoader.Check(
            new RunRequest { SessionsPath = sessions.Path }, [.. StrategyCatalogue.BuiltIn.Select(d => d.Name == "orb" ? d with { NeedsWarmupDays = needs } : d)]);
    }
}
