using Axfl.Contracts;
using Axfl.LiveHost;
using Axfl.Runs.Fold;
using Axfl.Runs.Journal;
using Axfl.Strategies.Catalogue;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Live;

/// <summary>A run of version 0.1.0, whose journal is one file: 700 made ticks of the seed 7, stopped in order.</summary>
public sealed class OlderRunTests : IDisposable
{
    private const string Ledger = "58f86dcbf90fd6e0971b4457b0d194803eab5da0a2e167ef98aa8ab6c7d54a22";

    private readonly TemporaryFolder _folder = new();

    public OlderRunTests()
    {
        Directory.CreateDirectory(Run);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "data", "runs", "one-journal-file")))
            File.Copy(file, Path.Combine(Run, Path.GetFileName(file)));
    }

    private string Run => Path.Combine(_folder.Path, "runs", "old");

    [Fact]
    public void Its_journal_is_checked()
    {
        var report = Check();
        Assert.True(report.Ok, report.Problem);
        Assert.Equal((762, true, Ledger), (report.Lines, report.Ended, report.LedgerHash));
        Assert.Equal(Path.Combine(Run, "journal.jsonl"), report.Path);
    }

    [Fact]
    public void It_goes_on_in_segments_and_comes_to_the_ledger_of_the_unbroken_run()
    {
        var ticks = MadeTicks.Of(7, 2000, 2);
        string unbroken;
        using (var whole = DirectLive.Begin(_folder.Path, "whole", ticks))
        {
            foreach (var (symbol, tick) in ticks) whole.Feed(symbol, tick);
            unbroken = whole.Finish();
        }

        using (var live = DirectLive.Resume(_folder.Path, "old", ticks))
        {
            Assert.Equal(Ledger, live.Session.Recorder.LedgerHash);
            for (var i = 700; i < ticks.Count; i++) live.Feed(ticks[i].Symbol, ticks[i].Tick);
            Assert.Equal(unbroken, live.Finish());
        }

        Assert.Equal([0, 1], new JournalFiles(Run).Segments());
        Assert.Equal(98_620, new FileInfo(Path.Combine(Run, "journal.jsonl")).Length);
        var report = Check();
        Assert.True(report.Ok, report.Problem);
        Assert.Equal(unbroken, report.LedgerHash);
        using var again = DirectLive.Resume(_folder.Path, "old", ticks);
        Assert.DoesNotContain(again.Session.Notices, n => n.Message.Contains("is not used", StringComparison.Ordinal));
        Assert.Equal(unbroken, again.Session.Recorder.LedgerHash);
    }

    [Fact]
    public void The_age_of_its_prices_is_that_of_their_stamps()
    {
        using var live = DirectLive.Resume(_folder.Path, "old", MadeTicks.Of(7, 700, 2));
        var newest = live.Session.Fold[0].LastTick.Time;
        Assert.Equal("no price younger than 100 s", live.Session.Fold[0].WhyOld(newest + 100_000));
    }

    public void Dispose() => _folder.Dispose();

    private JournalReport Check() => new JournalCheck(Run, [StrategyCatalogue.FromType(typeof(ChurnStrategy), "tests")]).Run(null, CancellationToken.None);
}
