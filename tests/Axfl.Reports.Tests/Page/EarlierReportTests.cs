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

    [Theory]
    [InlineData("notes before", "my notes\n", "")]
    [InlineData("notes behind", "", "my notes\n")]
    [InlineData("nothing but the marker", null, "")]
    public void A_file_that_only_has_a_report_in_it_is_not_one(string name, string? before, string behind)
    {
        var directory = MadeRun.Write(_runs["a"], [MadeRun.Trade(1, 1)], id: "a");
        var path = Path.Combine(_runs.Folder, name + ".html");
        var page = ReportRuns.Report(directory).Text;
        var mine = before is null ? "<html><pre><meta name=\"axfl-report\" content=\"a\"></pre>my text</html>\n" : before + page + behind;
        File.WriteAllText(path, mine);
        Assert.Equal("ReportFileExists", Assert.Throws<AxflException>(() => ReportRuns.Report(directory, change: r => r with { Path = path })).ErrorId);
        Assert.Equal(mine, File.ReadAllText(path));
    }

    [Fact]
    public void A_report_of_another_version_whose_style_and_script_differ_is_replaced()
    {
        var directory = MadeRun.Write(_runs["a"], [MadeRun.Trade(1, 1)], id: "a");
        var (path, page) = (Path.Combine(directory, "report.html"), ReportRuns.Report(directory).Text);
        File.WriteAllText(path, System.Text.RegularExpressions.Regex.Replace(page, "sha256-[^']{43}=", "sha256-" + new string('A', 43) + "="));
        Assert.Equal(page, ReportRuns.Report(directory).Text);
    }

    [Fact]
    public void A_file_of_the_name_that_was_once_the_temporary_one_stays()
    {
        var directory = MadeRun.Write(_runs["a"], [MadeRun.Trade(1, 1)], id: "a");
        File.WriteAllText(Path.Combine(directory, "report.html.tmp"), "mine");
        _ = ReportRuns.Report(directory);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(directory, "report.html.tmp")));
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
