using Axfl.Cli.Tests.Fakes;
using Axfl.Contracts;

namespace Axfl.Cli.Tests.Commands;

public class ShowCommandTests
{
    private static readonly RunReport Running = new() { Run = "", Directory = "", State = RunStates.Running, Mode = "ws" };

    [Fact]
    public async Task A_run_under_way_takes_the_whole_terminal_until_somebody_leaves_and_goes_on()
    {
        var runtime = new FakeRuntime { Report = Running, Shown = new FakePictures { IsLeft = true } };
        using var test = new CommandTest(runtime, terminal: true, draws: true);
        Assert.Equal(0, await test.Run("show", "first"));
        Assert.Equal("<picture></picture>", test.Blocks);
        Assert.Equal(("first", "", ""), (Path.GetFileName(runtime.Shown.Followed!.RunDirectory), test.Out, test.Error));
        Assert.Equal((100, 30, false), (runtime.Shown.Format!.Width, runtime.Shown.Format.Height, runtime.Shown.Format.IsColoured));
        Assert.Null(runtime.Shown.Followed.Own());
    }

    [Fact]
    public async Task The_last_picture_of_a_run_that_ends_meanwhile_stays()
    {
        using var test = new CommandTest(new FakeRuntime { Report = Running, Shown = new FakePictures { Ends = true } }, terminal: true, draws: true);
        Assert.Equal(0, await test.Run("show"));
        Assert.Equal("the last picture\n", test.Out);
    }

    [Theory]
    [InlineData(false, false, RunStates.Running)]
    [InlineData(true, true, RunStates.Running)]
    [InlineData(true, false, RunStates.Ended)]
    [InlineData(true, false, RunStates.Killed)]
    public async Task It_is_drawn_once_where_nothing_can_be_drawn_again_or_nothing_changes(bool draws, bool isOnce, string state)
    {
        var runtime = new FakeRuntime { Report = Running with { State = state } };
        using var test = new CommandTest(runtime, terminal: draws, draws: draws);
        Assert.Equal(0, await test.Run(isOnce ? ["show", "first", "--once"] : ["show", "first"]));
        Assert.Equal("picture of first\n", test.Out);
        Assert.Equal("", test.Blocks);
        Assert.Equal(0, runtime.Shown.Format!.Height);
    }

    [Fact]
    public async Task Ctrl_C_leaves_the_picture_with_its_exit_code()
    {
        using var test = new CommandTest(new FakeRuntime { Report = Running }, terminal: true, draws: true);
        var running = test.Run("show", "first");
        test.Stop.Request(130);
        Assert.Equal(130, await running);
        Assert.Equal("<picture></picture>", test.Blocks);
    }
}
