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
            Assert.Equal([command.Name], CommandLine.CreateFor([command.Name, "--x"], test.Context).Subcommands.Select(c => c.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("--help")]
    [InlineData("live-prt")]
    [InlineData("live-port --help")]
    [InlineData("data check -h")]
    public void Any_other_line_has_them_all(string line)
    {
        using var test = new CommandTest();
        Assert.True(CommandLine.CreateFor(line.Split(' ', StringSplitOptions.RemoveEmptyEntries), test.Context).Subcommands.Count > 10);
    }
}
