using Axfl.Cli.Hosting;
using Axfl.Runtime;

namespace Axfl.Cli.Tests.Commands;

/// <summary>axfl sessions check over the real runtime.</summary>
public sealed class SessionsCheckTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("axfl-check-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task A_file_whose_only_profile_is_london_is_checked_as_it_is()
    {
        var (code, output, error) = await Check("london:\n  symbols: [EURUSD]\n  strategies:\n    - name: lsg\n      windows: [{start: \"07:00\", end: \"10:00\"}]\n");
        Assert.Equal((0, ""), (code, output));
        Assert.StartsWith("0 errors, 0 warnings\n", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_errors_says_which_sessions_blackouts_and_news_come_next()
    {
        await File.WriteAllTextAsync(Path.Combine(_directory, "news.csv"), "time,currency,impact,title\n2199-01-01T12:30:00Z,USD,high,Payrolls\n");
        var (code, output, error) = await Check(
            "london:\n  symbols: [EURUSD]\n  news: {calendar: news.csv}\n  blackouts: [{start: \"16:45\", end: \"18:15\", flat: true}]\n  strategies:\n    - name: lsg\n      windows: [{start: \"07:00\", end: \"10:00\"}]\n");
        Assert.Equal((0, ""), (code, output));
        Assert.Matches(@"london +window +lsg +\d{4}-\d\d-\d\d 07:00-10:00", error);
        Assert.Matches(@"london +blackout +16:45-18:15 UTC +\d{4}-\d\d-\d\d 16:45-18:15 +(now, )?flat", error);
        Assert.Contains("no calendar for this week", error, StringComparison.Ordinal);
        Assert.Matches(@"london +news +Payrolls +2199-01-01 12:30 +USD high", error);
    }

    [Fact]
    public async Task Every_profile_of_a_file_is_checked()
    {
        var (code, output, error) = await Check("london:\n  symbols: [EURUSD]\n  intervall: 5m\nother:\n  symbols: [NOSUCH]\n");
        Assert.Equal(2, code);
        Assert.Contains("london.intervall", output, StringComparison.Ordinal);
        Assert.Contains("other.", output, StringComparison.Ordinal);
        Assert.Contains("errors", error, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Output, string Error)> Check(string yaml)
    {
        await File.WriteAllTextAsync(Path.Combine(_directory, "s.yaml"), yaml);
        using var stop = new StopRequest();
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var context = new CommandContext
        {
            Runtime = new AxflRuntime(), Out = output, OutBytes = Stream.Null, Error = error, WorkingDirectory = _directory, Stop = stop,
        };
        var code = CommandLine.Run(["sessions", "check", "s.yaml"], context);
        return (code, output.ToString(), error.ToString());
    }
}
