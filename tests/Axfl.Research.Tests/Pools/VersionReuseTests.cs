using Axfl.Contracts;
using Microsoft.Data.Sqlite;

namespace Axfl.Research.Tests.Pools;

/// <summary>Rows of another version are taken over when a sample of them is run again with equal ledgers.</summary>
public sealed class VersionReuseTests : IDisposable
{
    private const string Axes = "axes: {strategies.lsg.params.sweep_pips: {from: 2, to: 4, step: 0.5}, strategies.lsg.params.target_r: [0.8, 1, 1.2, 1.5, 2]}\nobjective: {min_trades: 5}";

    private readonly SweepHarness _sweep = new();

    public void Dispose() => _sweep.Dispose();

    [Fact]
    public void Without_it_what_another_version_made_is_run_anew()
    {
        MadeBefore();
        Assert.Equal(0, _sweep.Run(Axes).Reused);
    }

    [Theory]
    [InlineData("0.0.9")]
    [InlineData("0.0.9 tz 2020a")]
    public void All_rows_are_taken_over_when_those_run_again_have_equal_ledgers(string version)
    {
        var before = MadeBefore();
        var report = _sweep.Run(_sweep.Request(Axes) with { ReuseVersion = version });
        Assert.Equal((25, 25, 0), (report.Done, report.Reused, report.Alarms.Count));
        Assert.Equal(before, _sweep.Table());
        Assert.Contains(_sweep.Notices, n => n == $"25 rows of version {version} taken over; 20 trials of them run again, all with equal ledgers.");
        using var store = _sweep.Store();
        Assert.Equal(5, store.Rows("test").Count(r => r.Row!.Version == "0.0.9 tz 2020a"));
    }

    [Fact]
    public void None_is_taken_over_when_one_differs()
    {
        MadeBefore("""update "trial" set "ledger_hash" = 'other' where "key" = (select "key" from "sweep_trial" where "number" = 1)""");
        var report = _sweep.Run(_sweep.Request(Axes) with { ReuseVersion = "0.0.9" });
        Assert.Single(report.Alarms);
        Assert.Contains("1 trial of version 0.0.9 gave a different ledger when run again", report.Error, StringComparison.Ordinal);
        using var store = _sweep.Store();
        Assert.All(store.Rows("test"), r => Assert.Null(r.Row));
    }

    [Fact]
    public void A_version_that_made_nothing_here_is_an_error_that_names_those_that_did()
    {
        MadeBefore();
        var error = Assert.Throws<AxflException>(() => _sweep.Run(_sweep.Request(Axes) with { ReuseVersion = "0.0.8" }));
        Assert.Equal("VersionUnknown", error.ErrorId);
        Assert.EndsWith("rows on these bars were made by 0.0.9 tz 2020a.", error.Message, StringComparison.Ordinal);
    }

    // A sweep run by an earlier version, whose code made other keys.
    private string[] MadeBefore(string? change = null)
    {
        _sweep.Run(Axes);
        var table = _sweep.Table();
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_sweep.Folder, "sweeps.db")};Pooling=False;Foreign Keys=False");
        connection.Open();
        foreach (var text in new[]
        {
            change, """update "trial" set "version" = '0.0.9 tz 2020a', "key" = 'x' || substr("key", 2)""", """update "trial_days" set "trial" = 'x' || substr("trial", 2)""",
        })
        {
            if (text is null) continue;
            using var command = connection.CreateCommand();
            command.CommandText = text;
            command.ExecuteNonQuery();
        }

        return table;
    }
}
