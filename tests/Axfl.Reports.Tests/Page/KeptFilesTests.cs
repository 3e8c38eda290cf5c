using Axfl.Contracts;
using Axfl.Runs.Files;

namespace Axfl.Reports.Tests.Page;

/// <summary>What not even force puts a report in the place of.</summary>
public sealed class KeptFilesTests : IDisposable
{
    private readonly ReportRuns _runs = new();

    public void Dispose() => _runs.Dispose();

    [Theory]
    [InlineData(RunFiles.Trades)]
    [InlineData(RunFiles.Decisions)]
    [InlineData(RunFiles.Summary)]
    [InlineData(RunFiles.Plan)]
    public void The_files_of_the_run_are_never_replaced(string name)
    {
        var directory = Made("a");
        var before = File.ReadAllBytes(Path.Combine(directory, name));
        Kept(directory, Path.Combine(directory, name));
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(directory, name)));
    }

    [Theory]
    [InlineData(RunFiles.Halts)]
    [InlineData(RunFiles.Now)]
    [InlineData("portfolio_live_202501.jsonl")]
    [InlineData("summary.json.old")]
    public void A_name_of_the_run_is_not_taken_either_where_there_is_no_such_file(string name)
    {
        var directory = Made("a");
        Kept(directory, Path.Combine(directory, name));
        Assert.False(File.Exists(Path.Combine(directory, name)));
    }

    [Fact]
    public void Any_other_file_in_the_folder_of_the_run_is_kept_and_its_report_is_replaced()
    {
        var directory = Made("a");
        var notes = Path.Combine(directory, "notes.txt");
        File.WriteAllText(notes, "mine");
        Kept(directory, notes);
        Assert.Equal("mine", File.ReadAllText(notes));
        _ = ReportRuns.Report(directory, change: r => r with { Path = Path.Combine(directory, "second.html") });
        _ = ReportRuns.Report(directory, change: r => r with { Path = Path.Combine(directory, "second.html"), Force = true });
    }

    [Fact]
    public void The_files_of_another_run_and_a_journal_are_kept_too()
    {
        var (a, b) = (Made("a"), Made("b"));
        Directory.CreateDirectory(Path.Combine(b, "journal"));
        Kept(a, Path.Combine(b, RunFiles.Trades));
        Kept(a, Path.Combine(b, "journal", "000001.jsonl"));
    }

    [Fact]
    public void A_link_to_the_folder_of_the_run_leads_to_the_same_files()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right of their own there.");
        var directory = Made("a");
        File.WriteAllText(Path.Combine(directory, "notes.txt"), "mine");
        var link = Path.Combine(_runs.Folder, "link");
        Directory.CreateSymbolicLink(link, directory);
        Kept(directory, Path.Combine(link, RunFiles.Trades));
        Kept(directory, Path.Combine(link, "notes.txt"));
        Kept(link, Path.Combine(directory, "notes.txt"));
    }

    [Fact]
    public void The_bars_it_reads_are_kept()
    {
        var (directory, bars) = (Made("a"), Path.Combine(_runs.Folder, "EURUSD.csv"));
        File.WriteAllText(bars, "mine");
        Kept(directory, bars, r => r with { Plan = r.Plan with { DataPath = [bars] } });
        Assert.Equal("mine", File.ReadAllText(bars));
    }

    private string Made(string id) => MadeRun.Write(_runs[id], [MadeRun.Trade(1, 1)], id: id);

    private static void Kept(string directory, string path, Func<ReportRequest, ReportRequest>? change = null)
    {
        var error = Assert.Throws<AxflException>(() => ReportRuns.Report(directory, change: r => (change?.Invoke(r) ?? r) with { Path = path, Force = true }));
        Assert.Equal(("ReportFileKept", ErrorKind.Configuration, path), (error.ErrorId, error.Kind, error.Target));
    }
}
