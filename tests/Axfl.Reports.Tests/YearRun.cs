using Axfl.Reports.Content;

namespace Axfl.Reports.Tests;

/// <summary>A year of the shipped plan over simulated bars, run once for many tests.</summary>
public sealed class YearRun : IDisposable
{
    private readonly ReportRuns _runs = new();

    public YearRun()
    {
        Directory = _runs.Replay("year", "2025-01-01", "2026-01-01");
        Report = ReportRuns.Report(Directory);
        Content = ReportRuns.Content(Directory);
    }

    internal string Directory { get; }

    internal ReportText Report { get; }

    internal ReportContent Content { get; }

    public void Dispose() => _runs.Dispose();
}
