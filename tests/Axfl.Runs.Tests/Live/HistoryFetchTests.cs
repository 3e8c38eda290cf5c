using Axfl.Contracts;
using Axfl.Engine.Portfolio;
using Axfl.Providers.Common.History;
using Axfl.Runs.Live;
using Axfl.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Axfl.Runs.Tests.Live;

/// <summary>What is said of bars that could not be had in time.</summary>
public class HistoryFetchTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("", "EURUSD: no answer within 20 s")]
    [InlineData("the limit of calls of oanda, 60 s", "EURUSD: still waiting after 20 s for the limit of calls of oanda, 60 s")]
    public async Task A_symbol_is_said_to_be_without_an_answer_or_what_was_waited_for_and_one_that_was_never_asked_for_so(string waiting, string said)
    {
        var time = new FakeTimeProvider();
        using var history = new SilentHistory(waiting);
        var asking = new HistoryFetch(history, new Interval(5), time).Ask(
            new RepairRequest(RepairKind.WhileLost, [new RepairRange(0, FeedHarness.EurUsd, 0, 1), new RepairRange(1, HistoryHarness.UsdJpy, 0, 1)]), Limit, null, CancellationToken.None);
        time.Advance(Limit);
        Assert.Equal($"{said}; USDJPY: not asked for, the 20 s for historical bars were over", (await asking).Failure);
        Assert.Equal(["EURUSD"], history.Asked);
    }

    private sealed class SilentHistory(string waiting) : IHistory
    {
        public List<string> Asked { get; } = [];

        public string Name => "silent";

        public async Task<IReadOnlyList<StepBar>> Fetch(
            Instrument instrument, Interval interval, long from, long until, IProgress<HistoryPage>? progress, CancellationToken cancellationToken)
        {
            Asked.Add(instrument.Symbol);
            progress?.Report(new HistoryPage(0, 0, waiting));
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return [];
        }

        public void Dispose()
        {
            // It holds nothing.
        }
    }
}
