using Axfl.Cli.Tests.Fakes;

namespace Axfl.Cli.Tests;

/// <summary>Which commands are made.</summary>
public class CommandLineTests
{
    [Fact]
    public void A_line_that_begins_with_a_command_has_it_and_no_other()
    {
        using var test = new CommandTest();
        foreach (var command in CommandLine.Create(test.Context).Subcommands)
            Assert.Equal([command.Name], CommandLine.Create(test.Context, command.Name).Subcommands.Select(c => c.Name));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("--help")]
    [InlineData("live-prt")]
    public void Any_other_line_has_them_all(string? first)
    {
        using var test = new CommandTest();
        Assert.True(CommandLine.Create(test.Context, first).Subcommands.Count > 10);
    }
}
