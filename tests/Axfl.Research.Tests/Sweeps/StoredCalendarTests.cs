using Axfl.Contracts;
using Axfl.Research.Store;
using Axfl.Research.Sweeps;
using Axfl.Strategies.Catalogue;
using Axfl.Testing;

namespace Axfl.Research.Tests.Sweeps;

/// <summary>A sweep in the store keeps the news calendars of its plans: no file but the bars is needed to read them again.</summary>
public sealed class StoredCalendarTests : IDisposable
{
    private readonly SweepFolder _folder = new(SessionsFiles.Small + "\n  news: {calendar: news.csv}");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_plans_of_its_trials_are_read_without_the_file()
    {
        var path = _folder.Write("news.csv", "time,currency,impact,title\n2026-01-13T13:30:00Z,USD,high,Prices\n");
        var other = _folder.Write("other.csv", "time,currency,impact,title\n2026-01-13T13:30:00Z,USD,high,Speech\n");
        var plan = _folder.Plan("axes: {news.before_minutes: [10, 20], news.calendar: [[news.csv], [other.csv]]}");
        Assert.Equal(4, plan.Trials.Select(t => new Research.Keys.PlanHash().Of(plan.PlanOf(t))).Distinct().Count());
        var row = new SweepRow("test", "dataset", SweepContent.Json(plan, DateTime.UnixEpoch), SweepContent.Hash(plan), "v", DateTime.UnixEpoch);
        File.Delete(path);
        File.Delete(other);
        var stored = new StoredSweep(row, new RunRequest(), StrategyCatalogue.BuiltIn);
        var trial = new StoredTrial(2, "key", SweepContent.Parameters(plan.Trials[1]), null);
        Assert.Equal("Speech", Assert.Single(stored.PlanOf(trial).Engine.News!.Calendar.Events).Title);
        var request = stored.RequestOf(trial);
        Assert.Equal("Speech", Assert.Single(Configuration.SessionsLoader.Load(request, StrategyCatalogue.BuiltIn).Engine.News!.Calendar.Events).Title);
    }
}
