using Axfl.Contracts;

namespace Axfl.PowerShell.Tests.Commands;

public class RequestRulesTests
{
    // As every command of the module does.
    static RequestRulesTests() => Spelling.IsPowerShell = true;

    [Theory]
    [InlineData("replay", "Resume", "ParameterNeedsWs")]
    [InlineData("Replay", "StopAtSessionEnd", "ParameterNeedsWs")]
    [InlineData("replay", "Endpoint", "ParameterNeedsWs")]
    [InlineData("replay", "HistoryEndpoint", "ParameterNeedsWs")]
    [InlineData("replay", "AllowPlain", "ParameterNeedsWs")]
    [InlineData("ws", "Speed", "ParameterNeedsReplay")]
    [InlineData("Ws", "Since", "ParameterNeedsReplay")]
    [InlineData("WS", "DataTimezone", "ParameterNeedsReplay")]
    public void What_a_mode_does_not_have_is_refused_by_name(string mode, string name, string errorId)
    {
        var error = Assert.Throws<AxflException>(() => RequestRules.Check(mode, ["Source", name]));
        Assert.Equal(errorId, error.ErrorId);
        Assert.Equal(name, error.Target);
        Assert.StartsWith("-" + name + ":", error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.RecommendedAction);
    }

    [Theory]
    [InlineData("Path")]
    [InlineData("Profile")]
    [InlineData("Set")]
    [InlineData("SpreadPips")]
    [InlineData("DataPath")]
    [InlineData("Columns")]
    [InlineData("TimeFormat")]
    public void A_resumed_run_keeps_its_plan_and_a_new_one_takes_its_own(string name)
    {
        Assert.Equal("ParameterRefusedByResume", Assert.Throws<AxflException>(() => RequestRules.Check("ws", ["Resume", name])).ErrorId);
        RequestRules.Check("ws", [name]);
    }

    [Fact]
    public void What_either_mode_has_is_taken_by_both()
    {
        string[] either = ["Mode", "Source", "Until", "OutputDirectory", "RunId", "StrategyAssembly", "AsJob", "Verbose"];
        RequestRules.Check("replay", [.. either, "Speed", "Since", "DataTimezone", "Path", "DataPath", "Columns", "TimeFormat", "AllowRejected"]);
        RequestRules.Check("ws", [.. either, "Resume", "StopAtSessionEnd", "Endpoint", "HistoryEndpoint", "AllowPlain", "AllowRejected"]);
    }
}
