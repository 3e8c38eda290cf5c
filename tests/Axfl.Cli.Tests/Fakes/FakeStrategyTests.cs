using Axfl.Contracts;

namespace Axfl.Cli.Tests.Fakes;

/// <summary>Tests of strategies with a given answer.</summary>
internal sealed class FakeStrategyTests : IStrategyTests
{
    public StrategyTestRequest? Request { get; private set; }

    public StrategyReport Report { get; init; } = new()
    {
        Strategy = "orb", Source = "built in", Symbol = "EURUSD", Interval = "5m", Data = "csv", Since = Samples.Monday, Until = Samples.Monday.AddDays(1), Bars = 288, Actions = 2,
        Ok = true, WarmupDays = 3,
    };

    public StrategyReport Run(StrategyTestRequest request, IProgress<double>? progress, CancellationToken cancellation)
    {
        Request = request;
        return Report;
    }

    public StrategyScript? ScriptOf(string job) => null;

    public void RunJob(string job, IReadOnlyList<StrategyDefinition> extra) => throw new NotSupportedException();
}
