using Axfl.Cli.Tests.Fakes;
using Axfl.Contracts;

namespace Axfl.Cli.Tests.Output;

/// <summary>Texts of others through the commands: nothing of them acts on a terminal.</summary>
public class CleanOutputTests
{
    private const string Evil = "\u001b]0;title\u0007\u001b[2J\u202eDSU\rok";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_error_shows_escape_sequences_as_what_they_are(bool terminal)
    {
        using var test = new CommandTest(new FakeRuntime { StartFault = new AxflException("X", ErrorKind.Feed, "It said: " + Evil) }, terminal: terminal);
        Assert.Equal(5, await test.Run("live-port"));
        Assert.Equal("error: It said: \\u001b]0;title\\u0007\\u001b[2J\\u202eDSU\\u000dok\n", test.Error);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_tag_in_a_table_and_a_reason_in_a_sentence_are_cleaned(bool terminal)
    {
        var decision = Samples.Refusal with { Symbol = "EURUSD" + Evil, Detail = Evil };
        using var test = new CommandTest(new FakeRuntime { Trades = [Samples.Trade with { Tag = Evil }], Decisions = [decision] }, terminal: terminal);
        Assert.Equal(0, await test.Run("trades"));
        Assert.Equal(0, await test.Run("decisions"));
        Assert.Equal(0, await test.Run("decisions", "--explain"));
        Assert.DoesNotContain("\u001b]0", test.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[2J", test.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202e', test.Out);
        Assert.DoesNotContain('\r', test.Out);
        Assert.Contains("u001b", test.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_notice_of_a_run_is_cleaned(bool terminal)
    {
        using var test = new CommandTest(new FakeRuntime { Events = [new Said(NoticeLevel.Warning, "The server said " + Evil)] }, terminal: terminal);
        await test.Run("live-port");
        Assert.DoesNotContain("\u001b]0", test.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202e', test.Error);
        Assert.Contains("u202e", test.Error.ReplaceLineEndings(""), StringComparison.Ordinal);
    }
}
