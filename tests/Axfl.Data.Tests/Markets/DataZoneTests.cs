using Axfl.Contracts;
using Axfl.Data.Markets;
using Axfl.Testing;

namespace Axfl.Data.Tests.Markets;

/// <summary>One reader of zones of files, for runs, for what data check advises, and for plan.yaml.</summary>
public sealed class DataZoneTests
{
    [Theory]
    [InlineData("UTC", "UTC", "2026-03-02T12:00:00Z")]
    [InlineData("Europe/London", "Europe/London", "2026-03-02T12:00:00Z")]
    [InlineData("UTC+02:00", "UTC+02:00", "2026-03-02T10:00:00Z")]
    [InlineData("UTC+2", "UTC+02:00", "2026-03-02T10:00:00Z")]
    [InlineData("+02:00", "UTC+02:00", "2026-03-02T10:00:00Z")]
    [InlineData("GMT-03:30", "UTC-03:30", "2026-03-02T15:30:00Z")]
    [InlineData("Etc/GMT+5", "Etc/GMT+5", "2026-03-02T17:00:00Z")]
    [InlineData("America/New_York+7", "America/New_York+7", "2026-03-02T10:00:00Z")]
    [InlineData("Asia/Tokyo-1", "Asia/Tokyo-1", "2026-03-02T04:00:00Z")]
    [InlineData("America/Port-au-Prince", "America/Port-au-Prince", "2026-03-02T17:00:00Z")]
    public void A_zone_is_read_and_its_name_reads_as_the_same_zone(string name, string id, string noon)
    {
        var zone = DataZone.Find(name);
        Assert.Equal(id, zone.Id);
        Assert.Equal(noon, EventTime.ToIso(zone.ToUtc(DataFolder.Time("2026-03-02T12:00:00Z"))));
        Assert.Equal(DataFolder.Time("2026-03-02T12:00:00Z"), zone.ToLocal(zone.ToUtc(DataFolder.Time("2026-03-02T12:00:00Z"))));
        Assert.Equal(id, DataZone.Find(zone.Id).Id);
    }

    [Fact]
    public void A_clock_beside_New_York_changes_when_New_York_does()
    {
        var zone = DataZone.Find("America/New_York+7");
        Assert.Equal("2026-03-08T06:59:00Z", EventTime.ToIso(zone.ToUtc(DataFolder.Time("2026-03-08T08:59:00Z"))));
        Assert.Equal("2026-03-08T07:00:00Z", EventTime.ToIso(zone.ToUtc(DataFolder.Time("2026-03-08T10:00:00Z"))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Mars/Olympus")]
    [InlineData("Mars/Olympus+7")]
    [InlineData("UTC+15")]
    [InlineData("UTC+2:99")]
    [InlineData("localtime")]
    [InlineData("Factory")]
    [InlineData("posixrules")]
    [InlineData("../etc/passwd")]
    [InlineData("7")]
    [InlineData("Europe//London")]
    [InlineData("Europe/London/")]
    [InlineData("/Europe/London")]
    [InlineData("Europe/../Europe/London")]
    [InlineData("America/Argentina/../Argentina/Salta")]
    [InlineData("Europe/London\n")]
    public void What_is_no_zone_is_refused_with_the_forms_there_are(string name) =>
        Assert.Contains("America/New_York+7", Assert.Throws<AxflException>(() => DataZone.Find(name)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_sessions_file_takes_what_data_check_advises_and_the_plan_keeps_it()
    {
        var plan = SessionsFiles.Load(SessionsFiles.Small + "\n  data_timezone: America/New_York+7\n  data_columns: [time, open, high, low, close]\n  data_time_format: dd/MM/yyyy HH:mm\n");
        Assert.Equal(("America/New_York+7", "time,open,high,low,close", "dd/MM/yyyy HH:mm"), (plan.DataTimezone, plan.DataColumns, plan.DataTimeFormat));
        var again = SessionsFiles.Load(plan.Description.Yaml);
        Assert.Equal((plan.DataTimezone, plan.DataColumns, plan.DataTimeFormat), (again.DataTimezone, again.DataColumns, again.DataTimeFormat));
    }

    [Theory]
    [InlineData("data_timezone: UTC+99", "portfolio.data_timezone")]
    [InlineData("data_columns: [time, open]", "portfolio.data_columns")]
    [InlineData("data_time_format: HH:mm", "portfolio.data_time_format")]
    public void A_key_that_says_no_layout_is_an_error_of_its_line(string line, string key)
    {
        var problem = Assert.Single(SessionsFiles.Check(SessionsFiles.Small + "\n  " + line + "\n"), p => !p.IsWarning);
        Assert.Equal((key, 6), (problem.Key, problem.Line));
    }
}
