using Axfl.Cli.Tests.Fakes;

namespace Axfl.Cli.Tests.Commands;

public class AlertsCommandTests
{
    [Fact]
    public async Task A_test_shows_how_each_channel_answered_and_the_code_is_5_when_one_did_not_take_it()
    {
        using var test = new CommandTest(new FakeRuntime());
        Assert.Equal(5, await test.Run("alerts", "test", "--cfg", "s.yaml", "--profile", "mine", "--set", "interval=1m"));
        Assert.Matches(@"discord +discord +ok +HTTP 204 +0\.1\n", test.Out);
        Assert.Matches(@"mail +mail +failed +no connection \(ConnectionRefused\) +0\.2\n", test.Out);
        var (request, channels) = test.Runtime.AlertsAsked!.Value;
        Assert.Equal((Path.Combine(CommandTest.Directory, "s.yaml"), "mine", "interval=1m"), (request.SessionsPath, request.Profile, Assert.Single(request.Set)));
        Assert.Empty(channels);
        Assert.Null(request.Vault);
    }

    [Fact]
    public async Task One_channel_can_be_tested_alone_and_the_code_is_0_when_it_took_it()
    {
        using var test = new CommandTest(new FakeRuntime());
        Assert.Equal(0, await test.Run("alerts", "test", "--channel", "discord"));
        Assert.DoesNotContain("mail", test.Out, StringComparison.Ordinal);
        Assert.Equal(("portfolio", null), (test.Runtime.AlertsAsked!.Value.Request.Profile, test.Runtime.AlertsAsked.Value.Request.SessionsPath));
    }
}
