using Axfl.Contracts;
using Microsoft.Data.Sqlite;

namespace Axfl.Reports.Tests.Sweeps;

/// <summary>The report of a sweep whose store was changed, and of one it would take the place of.</summary>
public sealed class DamagedStoreTests : IDisposable
{
    private readonly StoredSweeps _sweeps = new();

    public void Dispose() => _sweeps.Dispose();

    [Theory]
    [InlineData("delete from dataset", "table dataset, sweep 'made'")]
    [InlineData("update dataset set symbols='[{}]'", "table dataset, data set d1 of sweep 'made'")]
    [InlineData("update sweep_trial set parameters='[['", "table sweep_trial, trial 1 of sweep 'made'")]
    [InlineData("update sweep set definition='{'", "table sweep, sweep 'made'")]
    [InlineData("insert into walk_forward values('made', 'x', '{}', '2026-01-01T00:00:00.000Z')", "table walk_forward, sweep 'made'")]
    public void A_damaged_store_is_named_with_table_and_sweep_and_no_page_is_made(string change, string where)
    {
        _sweeps.Fill(StoredSweeps.TwoAxes());
        Edit(change);
        var error = Assert.ThrowsAny<AxflException>(() => _sweeps.Report());
        Assert.Equal(("StoreDamaged", ErrorKind.Output), (error.ErrorId, error.Kind));
        Assert.Contains(where, error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_sweeps.Folder, "*.html"));
    }

    [Fact]
    public void The_page_never_says_that_fewer_plans_were_tried_than_it_shows()
    {
        _sweeps.Fill(StoredSweeps.TwoAxes());
        Edit("delete from tried");
        Assert.Equal(20, StoredSweeps.Data(_sweeps.Report()).GetProperty("measure").GetProperty("tried").GetInt32());
    }

    [Theory]
    [InlineData("")]
    [InlineData("-wal")]
    [InlineData("-shm")]
    [InlineData(".lock")]
    public void The_store_it_is_made_of_is_never_replaced(string end)
    {
        _sweeps.Fill(StoredSweeps.TwoAxes());
        var before = File.ReadAllBytes(_sweeps.Store);
        var error = Assert.Throws<AxflException>(() => _sweeps.Report(force: true, path: _sweeps.Store + end));
        Assert.Equal(("ReportFileKept", ErrorKind.Configuration), (error.ErrorId, error.Kind));
        Assert.Equal(before, File.ReadAllBytes(_sweeps.Store));
    }

    [Fact]
    public void A_report_of_a_sweep_with_notes_behind_it_is_not_one()
    {
        _sweeps.Fill(StoredSweeps.TwoAxes());
        var path = Path.Combine(_sweeps.Folder, "page.html");
        File.AppendAllText(path, _sweeps.Report() + "mine\n");
        Assert.Equal("ReportFileExists", Assert.Throws<AxflException>(() => _sweeps.Report(path: path)).ErrorId);
    }

    private void Edit(string change)
    {
        using var connection = new SqliteConnection($"Data Source={_sweeps.Store};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = change;
        Assert.True(command.ExecuteNonQuery() > 0);
    }
}
