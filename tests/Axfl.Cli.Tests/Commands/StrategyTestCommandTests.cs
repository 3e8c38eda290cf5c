using Axfl.Cli.Tests.Fakes;
using Axfl.Contracts;

namespace Axfl.Cli.Tests.Commands;

public class StrategyTestCommandTests
{
    [Fact]
    public async Task What_is_asked_is_handed_on_with_absolute_paths()
    {
        using var test = new CommandTest();
        Assert.Equal(0, await test.Run(
            "strategy", "test", "orb", "--symbol", "GBPUSD", "--interval", "15m", "--data", "bars", "--since", "2025-01-02", "--until", "2025-02-03", "--cuts", "12", "--set", "warmup_days=5",
            "--strategy-assembly", "mine.dll"));
        var request = test.Runtime.Tests.Request!;
        Assert.Equal(("orb", "GBPUSD", new Interval(15), 12), (request.Strategy, request.Symbol, request.Interval!.Value, request.Cuts));
        Assert.Equal(Path.Combine(CommandTest.Directory, "bars"), Assert.Single(request.Run.DataPath));
        Assert.Equal((new DateTime(2025, 1, 2), new DateTime(2025, 2, 3)), (request.Run.Since!.Value, request.Run.Until!.Value));
        Assert.Equal("warmup_days=5", Assert.Single(request.Run.Set));
        var assembly = Path.Combine(CommandTest.Directory, "mine.dll");
        Assert.Equal(assembly, Assert.Single(request.Run.StrategyAssemblies));
        Assert.Equal(["strategy", "test", "orb", "--strategy-assembly", assembly], request.Host!.Arguments.TakeLast(5));
    }

    [Fact]
    public async Task A_check_that_fails_is_code_3_and_its_first_difference_is_shown()
    {
        var report = new FakeStrategyTests().Report with
        {
            Ok = false,
            Checks = [new StrategyCheck("look-ahead", "failed", "an action at or before a cut differs")],
            Differences = [new StrategyDifference("look-ahead", "bars after the cut: mirrored", Samples.Monday, Samples.Monday, "StopLoss", "long market 1.1", "long market 1.2")],
            Warnings = ["clock: System.DateTime.UtcNow in Leaky.OnBar"],
            CannotSee = ["Parameters."],
        };
        using var test = new CommandTest(new FakeRuntime { Tests = new FakeStrategyTests { Report = report } });
        Assert.Equal(8, await test.Run("strategy", "test", "orb"));
        Assert.Matches(@"look-ahead +failed +an action at or before a cut differs\n", test.Out);
        Assert.Matches(@"first difference: look-ahead\n(.*\n)*expected +long market 1.1\nfound +long market 1.2\n", test.Out);
        Assert.Contains("warning: clock: System.DateTime.UtcNow in Leaky.OnBar\n", test.Out, StringComparison.Ordinal);
        Assert.Contains("cannot be seen by these checks:\n  Parameters.\n", test.Out, StringComparison.Ordinal);
    }
}
