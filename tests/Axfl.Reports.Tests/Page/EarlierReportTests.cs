using Axfl.Contracts;

namespace Axfl.Reports.Tests.Page;

/// <summary>What is where a report goes.</summary>
public sealed class EarlierReportTests : IDisposable
{
    private readonly ReportRuns _runs = new();

    [Fact]
    public void A_report_of_the_same_run_is_replaced()
    {
        var directory = MadeRun.Write(_runs["a"], [MadeRun.Trade(1, 1)], id: "a");
        _ = ReportRuns.Report(directory);
        Assert.Equal(Path.Combine(directory, "report.html"), ReportRuns.Report(directory).File.Path);
        Assert.Empty(Directory.GetFiles(directory, "*.tmp"));
    }

    [Fact]
    public void Another_file_stays_unless_it_is_forced()
    {
        var (a, b) = (MadeRun.Write(_runs["a"], [MadeRun.Trade(1, 1)], id: "a"), MadeRun.Write(_runs["b"], [], id: "b"));
        var path = Path.Combine(_runs.Folder, "to.html");
        File.WriteAllText(path, "mine");
        var error = Assert.Throws<AxflException>(() => ReportRuns.Report(a, change: r => r with { Path = path }));
        Assert.Equal(("ReportFileExists", ErrorKind.Output), (error.ErrorId, error.Kind));
        Assert.Equal("mine", File.ReadAllText(path));
        _ = ReportRuns.Report(a, change: r => r with { Path = path, Force = true });
        Assert.Equal("ReportFileExists", Assert.Throws<AxflException>(() => ReportRuns.Report(b, change: r => r with { Path = path })).ErrorId);
    }

    [Fact]
    public void A_folder_and_a_missing_folder_are_refused()
    {
        var a = MadeRun.Write(_runs["a"], [], id: "a");
        Assert.Equal("ReportNotWritable", Assert.Throws<AxflException>(() => ReportRuns.Report(a, change: r => r with { Path = _runs.Folder })).ErrorId);
        Assert.Equal("ReportNotWritable", Assert.Throws<AxflException>(() => ReportRuns.Report(a, change: r => r with { Path = Path.Combine(_runs.Folder, "none", "x.html") })).ErrorId);
    }

    public void Dispose() => _runs.Dispose();
}
