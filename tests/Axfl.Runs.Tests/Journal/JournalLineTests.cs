using Axfl.Contracts;
using Axfl.LiveHost;
using Axfl.Providers.Common;
using Axfl.Runs.Fold;
using Axfl.Runs.Journal;
using Axfl.Strategies.Catalogue;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Journal;

public sealed class JournalLineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("a\"b")]
    [InlineData("back\\slash")]
    [InlineData("Zürich 東京")]
    [InlineData("tab\tline\n")]
    public void The_first_line_gives_the_profile_as_it_was_written(string profile)
    {
        var start = new JournalStart("run", profile, "made", "1.0.0", "", 1, 2, ["EURUSD"]);
        using (var journal = JournalWriter.Create(_folder["journal.jsonl"])) start.Write(journal);
        using var folding = new JournalFolding(_folder["journal.jsonl"], withProof: false);
        Assert.Equal(profile, folding.Start.Profile);
    }

    [Fact]
    public void A_price_has_its_stamp_and_the_time_of_its_receipt()
    {
        var at = MadeTicks.Start + 5000;
        using var live = DirectLive.Begin(_folder.Path, "a", []);
        live.Say(new TickEvent(at, 1, new Tick(at - 1234, 1.1), false));
        var tick = Assert.Single(Lines(live, JournalKind.Tick));
        Assert.Equal((at - 1234, 1234L), (tick.Time, tick.Lag));
    }

    [Fact]
    public void A_weekend_of_messages_that_cannot_be_used_takes_a_line_an_hour()
    {
        using var live = DirectLive.Begin(_folder.Path, "a", []);
        for (var minute = 0; minute < 49 * 60; minute++)
        {
            var now = MadeTicks.Start + minute * EventTime.Minute;
            for (var i = 0; i < 10; i++) live.Say(new RejectedEvent(now, RejectReason.MarketClosed, new string('x', 100_000)));
            live.Clock(now);
        }

        var lines = Lines(live, JournalKind.Rejected);
        Assert.InRange(lines.Count, 40, 50);
        Assert.All(lines, l => Assert.Equal(1001, l.Texts["detail"].Length));
        Assert.Matches("^[0-9]+ more; the last: x", lines[1].Texts["detail"]);
    }

    [Fact]
    public void A_line_of_a_symbol_the_run_has_not_is_named_and_not_folded()
    {
        using (var live = DirectLive.Begin(_folder.Path, "a", []))
        {
            var json = live.Session.Journal.Begin(JournalKind.Tick);
            json.WriteNumber("t"u8, MadeTicks.Start);
            json.WriteNumber("s"u8, 2);
            json.WriteNumber("p"u8, 1.1);
            live.Session.Journal.End();
        }

        var error = Assert.Throws<AxflException>(() => DirectLive.Resume(_folder.Path, "a", []));
        Assert.Equal(("JournalUnreadable", 2L), (error.ErrorId, error.Line));
    }

    [Fact]
    public void What_a_strategy_throws_while_a_journal_is_folded_is_the_strategys()
    {
        var ticks = MadeTicks.Of(3, 600, 2);
        using (var live = DirectLive.Begin(_folder.Path, "a", ticks))
            foreach (var (symbol, tick) in ticks) live.Feed(symbol, tick);
        var churn = StrategyCatalogue.FromType(typeof(ChurnStrategy), "tests") with { Create = _ => new Failing() };
        var error = Record.Exception(() => DirectLive.Resume(_folder.Path, "a", ticks, strategies: [churn]));
        Assert.NotNull(error);
        Assert.Contains("boom", error.ToString(), StringComparison.Ordinal);
        Assert.NotEqual("JournalUnreadable", (error as AxflException)?.ErrorId);
    }

    public void Dispose() => _folder.Dispose();

    private static List<(long Time, long Lag, Dictionary<string, string> Texts)> Lines(DirectLive live, string kind)
    {
        live.Session.Journal.Flush();
        using var folding = new JournalFolding(live.Session.Directory.Path, withProof: false);
        var found = new List<(long, long, Dictionary<string, string>)>();
        while (folding.Skip())
            if (folding.Line.Kind == kind) found.Add((folding.Line.Time, folding.Line.Lag, new Dictionary<string, string>(folding.Line.Texts)));
        return found;
    }

    private sealed class Failing : IStrategy
    {
        public void OnBar(in Bar bar, IOrderDesk desk) => throw new ArgumentException("boom");
    }
}
