using System.Text;
using Axfl.Contracts;

namespace Axfl.Reports.Tests.Page;

/// <summary>The sizes that are promised.</summary>
public sealed class SizeTests : IDisposable
{
    private readonly ReportRuns _runs = new();

    [Fact]
    public void A_year_of_three_symbols_takes_less_than_one_and_a_fifth_megabytes()
    {
        var directory = _runs.Replay("year", "2025-01-01", "2026-01-01");
        Assert.True(SizeOf(ReportRuns.Report(directory)) < 1_200_000);
    }

    [Fact]
    public void Ten_years_take_less_than_three_megabytes_and_with_all_bars_less_than_ten()
    {
        var directory = _runs.Replay("ten", "2015-01-01", "2025-01-01");
        Assert.True(SizeOf(ReportRuns.Report(directory)) < 3_000_000);
        Assert.True(SizeOf(ReportRuns.Report(directory, ReportBars.Every, shadow: false)) < 10_000_000);
    }

    public void Dispose() => _runs.Dispose();

    private static int SizeOf(ReportText report) => Encoding.UTF8.GetByteCount(report.Text);
}
