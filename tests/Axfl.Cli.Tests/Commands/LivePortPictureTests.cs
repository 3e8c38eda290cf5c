using System.Text;
using Axfl.Cli.Tests.Fakes;
using Axfl.Contracts;

namespace Axfl.Cli.Tests.Commands;

/// <summary>A run on a terminal: the picture takes it, and gives it back before the summary.</summary>
public class LivePortPictureTests
{
    private static readonly StatusEvent Status = new(Samples.Status, true) { Json = Encoding.UTF8.GetBytes(Samples.StatusJson) };

    [Theory]
    [InlineData]
    [InlineData("--status-format", "picture")]
    public async Task On_a_terminal_a_run_is_a_picture_then_its_last_one_the_summary_and_how_to_open_the_report(params string[] options)
    {
        using var test = new CommandTest(new FakeRuntime { Events = [Status, new Said(NoticeLevel.Warning, "Simulated data.")] }, terminal: true, draws: true);
        Assert.Equal(0, await test.Run(["live-port", .. options]));
        Assert.Equal("<picture></picture>", test.Blocks);
        Assert.Equal("picture of run-1\n", test.Out);
        Assert.StartsWith("warning: Simulated data.\n", test.Error, StringComparison.Ordinal);
        Assert.Contains("cost share 61.3%", test.Error, StringComparison.Ordinal);
        Assert.EndsWith($"Open its report: axfl report {Path.Combine(Path.GetTempPath(), "runs", "run-1")} --open\n", test.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("block")]
    [InlineData("jsonl")]
    [InlineData("none")]
    public async Task Another_format_is_no_picture_on_a_terminal_either(string format)
    {
        var runtime = new FakeRuntime { Events = [Status] };
        using var test = new CommandTest(runtime, terminal: true, draws: true);
        Assert.Equal(0, await test.Run("live-port", "--status-format", format));
        Assert.Null(runtime.Shown.Followed);
        Assert.DoesNotContain("axfl report", test.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_terminal_that_obeys_no_escape_sequences_gets_blocks()
    {
        using var test = new CommandTest(new FakeRuntime { Events = [Status] }, terminal: true);
        Assert.Equal(0, await test.Run("live-port"));
        Assert.StartsWith(StatusBlock.Begin, test.Blocks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_that_nobody_can_see_is_an_error_of_usage()
    {
        using var test = new CommandTest();
        Assert.Equal(2, await test.Run("live-port", "--status-format", "picture"));
        Assert.Contains("no terminal", test.Error, StringComparison.Ordinal);
        Assert.Null(test.Runtime.Request);
    }

    [Fact]
    public async Task To_leave_the_picture_of_a_run_of_this_process_asks_it_to_stop_as_Ctrl_C_does()
    {
        using var test = new CommandTest(new FakeRuntime { WaitsForStop = true, Shown = new FakePictures { IsLeft = true } }, terminal: true, draws: true);
        Assert.Equal(130, await test.Run("live-port"));
        Assert.Contains("stopped before its end", test.Error, StringComparison.Ordinal);
        Assert.Equal("stop the run", test.Runtime.Shown.Followed!.QuitWord);
    }

    [Fact]
    public async Task The_picture_is_told_how_far_the_run_is_and_what_it_said_last()
    {
        var progress = new ProgressEvent(0.5, 10, 100, Samples.Monday);
        using var test = new CommandTest(new FakeRuntime { Events = [progress, new Said(NoticeLevel.Information, "first"), new Said(NoticeLevel.Information, "last")] }, terminal: true, draws: true);
        Assert.Equal(0, await test.Run("live-port"));
        Assert.Equal(new RunPulse(null, progress, "last"), test.Runtime.Shown.Pulse);
    }

    [Fact]
    public async Task A_run_does_not_end_because_it_cannot_be_drawn()
    {
        using var test = new CommandTest(new FakeRuntime { Events = [Status], Shown = new FakePictures { Fault = new InvalidOperationException("no such glyph") } }, terminal: true, draws: true);
        Assert.Equal(0, await test.Run("live-port"));
        Assert.Contains("The picture cannot be drawn any more: no such glyph", test.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_terminal_is_given_back_when_the_run_fails()
    {
        using var test = new CommandTest(
            new FakeRuntime { Events = [Status], Fault = new AxflException("DiskFull", ErrorKind.Output, "The disk is full.") }, terminal: true, draws: true);
        Assert.Equal(4, await test.Run("live-port"));
        Assert.Equal("<picture></picture>", test.Blocks);
        Assert.Contains("The disk is full.", test.Error, StringComparison.Ordinal);
    }
}
