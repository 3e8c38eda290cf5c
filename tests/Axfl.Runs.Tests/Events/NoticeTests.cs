using System.Globalization;
using Axfl.Contracts;
using Axfl.Runs.Events;

namespace Axfl.Runs.Tests.Events;

/// <summary>What the events of a run say.</summary>
public class NoticeTests
{
    private const long Seven = 1_768_287_600_000, Eight = Seven + 3_600_000;

    private static readonly (NoticeEvent Notice, NoticeLevel Level, string Message)[] Notices =
    [
        (new FeedLost(Seven, "oanda", "backing off", "The line broke.", TimeSpan.FromSeconds(2.5)), NoticeLevel.Warning, "2026-01-13T07:00:00Z oanda: backing off. The line broke. Next try in 2.5 s."),
        (new FeedLost(Seven, "oanda", "failed", "No key.", null), NoticeLevel.Warning, "2026-01-13T07:00:00Z oanda: failed. No key."),
        (new FeedUp(Seven, "oanda", "live", "Connected."), NoticeLevel.Information, "2026-01-13T07:00:00Z oanda: live. Connected."),
        (new SymbolFeedChanged(Seven, "EURUSD", "refused", "Unknown.", IsMuted: true), NoticeLevel.Warning, "2026-01-13T07:00:00Z EURUSD: refused. Unknown."),
        (new SymbolFeedChanged(Seven, "EURUSD", "subscribed", "Confirmed.", IsMuted: false), NoticeLevel.Verbose, "2026-01-13T07:00:00Z EURUSD: subscribed. Confirmed."),
        (new PricesBack(Seven, "EURUSD"), NoticeLevel.Information, "2026-01-13T07:00:00Z EURUSD has prices again."),
        (new PriceBelieved(Seven, "EURUSD", 3, 1.212, 1.2), NoticeLevel.Warning, "2026-01-13T07:00:00Z EURUSD: 3 prices in a row agree on 1.212, +1.0 % from 1.2: they are believed, and stops and targets go by them."),
        (new ClockCorrected(2500), NoticeLevel.Warning, "This machine's clock is 2.5 s behind the prices of all symbols: set it. Until then prices are judged against the clock corrected by that."),
        (new ClockCorrected(0), NoticeLevel.Information, "This machine's clock agrees with the prices again."),
        (new PriceLagChanged(3200, IsLate: false), NoticeLevel.Information, "Prices arrive 3.2 s after their stamp again."),
        (new GapRepaired(Seven, Eight, "oanda", 1, IsOpen: false, null), NoticeLevel.Information, "The gap from 2026-01-13T07:00:00Z until 2026-01-13T08:00:00Z was filled with 1 bar of oanda: positions were managed, and no entries were taken."),
        (new GapRepaired(Seven, Eight, "oanda", 0, IsOpen: true, null), NoticeLevel.Warning, "The gap from 2026-01-13T07:00:00Z until 2026-01-13T08:00:00Z is not filled: oanda has no bars of it yet, so positions were not managed in it."),
        (new GapRepaired(Seven, Eight, "oanda", 9, IsOpen: false, "EURUSD: no answer"), NoticeLevel.Warning, "The gap from 2026-01-13T07:00:00Z until 2026-01-13T08:00:00Z could not be filled completely from history: EURUSD: no answer."),
        (new WarmUpDone(Seven, "oanda", 1234, null), NoticeLevel.Information, "Warm-up: 1234 bars of oanda since 2026-01-13T07:00:00Z."),
        (new WarmUpDone(Seven, "oanda", 0, null), NoticeLevel.Warning, "Warm-up: oanda has no bars since 2026-01-13T07:00:00Z. Strategies begin without any."),
        (new HistoryBarsOutsideHours("EURUSD", 1, Seven), NoticeLevel.Warning, "EURUSD: 1 bar of history lies outside trading hours and is left out, the first at 2026-01-13T07:00:00Z."),
        (new RunResumed("live", 12, null, 1, 0, 2), NoticeLevel.Information, "Run live resumes from 12 lines of its journal, which ended before the first price: 1 trade closed, 0 positions open, 2 orders pending."),
        (new ServerResumed("ws://a/", "ws://a/", IsFirst: true), NoticeLevel.Information, "The run continues at ws://a/, where it began."),
        (new ServerResumed("ws://a/", "ws://b/", IsFirst: false), NoticeLevel.Warning, "The run was last at ws://a/, and continues at ws://b/, as requested."),
        (new StatusesDropped(1), NoticeLevel.Warning, "1 status was not read in time and is left out here; the run's log has it."),
        (new BarsOutsideHours("EURUSD", 3, 8), NoticeLevel.Warning, "EURUSD: 3 of 8 bars (37.5 %) lie outside trading hours (Sunday 17:00 to Friday 17:00 New York): is the time zone right?"),
        (new HaltChanged(Seven, "portfolio_halted", true, "", "Halted.", NoticeLevel.Verbose), NoticeLevel.Verbose, "2026-01-13T07:00:00Z Halted."),
    ];

    [Fact]
    public void A_notice_says_its_facts_in_any_culture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            Assert.All(Notices, n => Assert.Equal((n.Level, n.Message), (n.Notice.Level, n.Notice.Message)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
