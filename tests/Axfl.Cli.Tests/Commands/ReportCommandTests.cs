using Axfl.Cli.Tests.Fakes;
using Axfl.Contracts;

namespace Axfl.Cli.Tests.Commands;

/// <summary>axfl report.</summary>
public class ReportCommandTests
{
    [Fact]
    public async Task Standard_output_has_the_path_alone()
    {
        using var test = new CommandTest(new FakeRuntime { Written = new("a", "/runs/a/report.html", ["Candle view: no bars."]) });
        Assert.Equal(0, await test.Run("report", "a"));
        Assert.Equal("/runs/a/report.html" + Environment.NewLine, test.Out);
        Assert.Contains("left out: Candle view: no bars.", test.Error);
        Assert.Equal(("a", null, ReportBars.Auto, true, false), (test.Runtime.RunAsked, test.Runtime.ReportAsked!.Path, test.Runtime.ReportAsked.Bars, test.Runtime.ReportAsked.Shadow, test.Runtime.ReportAsked.Force));
    }

    [Fact]
    public async Task Options_come_to_the_runtime_with_absolute_paths()
    {
        using var test = new CommandTest();
        Assert.Equal(0, await test.Run("report", "--to", "x.html", "--data", "bars", "--bars", "none", "--no-shadow", "--force"));
        var asked = test.Runtime.ReportAsked!;
        Assert.True(Path.IsPathFullyQualified(asked.Path!) && asked.Path!.EndsWith("x.html", StringComparison.Ordinal));
        Assert.True(Path.IsPathFullyQualified(Assert.Single(asked.Plan.DataPath)));
        Assert.Equal((ReportBars.None, false, true), (asked.Bars, asked.Shadow, asked.Force));
    }

    [Fact]
    public async Task It_opens_the_browser_when_asked_to_and_says_when_there_is_none()
    {
        using var with = new CommandTest();
        using var without = new CommandTest { HasBrowser = false };
        using var unasked = new CommandTest();
        Assert.Equal(0, await with.Run("report", "--open"));
        Assert.Equal(("/runs/a/report.html", ""), (with.Opened, with.Error));
        Assert.Equal(0, await without.Run("report", "--open"));
        Assert.Contains("There is no browser", without.Error);
        Assert.Equal(0, await unasked.Run("report"));
        Assert.Null(unasked.Opened);
    }

    [Fact]
    public async Task Bars_of_another_word_are_a_usage_error()
    {
        using var test = new CommandTest();
        Assert.Equal(2, await test.Run("report", "--bars", "some"));
    }

    [Fact]
    public async Task A_file_that_is_there_is_an_error_of_output()
    {
        using var test = new CommandTest(new FakeRuntime { Fault = new AxflException("ReportFileExists", ErrorKind.Output, "x.html exists and is not a report of run a.") });
        Assert.Equal(4, await test.Run("report", "a"));
        Assert.Contains("x.html exists", test.Error);
        Assert.Empty(test.Out);
    }
}
