using Axfl.Contracts;
using Axfl.PowerShell.Commands;

namespace Axfl.PowerShell.Tests.Commands;

public class StatusBlockReaderTests
{
    [Fact]
    public void Lines_between_markers_are_statuses_and_other_lines_are_not()
    {
        var reader = new StatusBlockReader();
        string[] lines = ["hello", StatusBlock.Begin, "{\"ok\":true}", StatusBlock.End, "", "{\"ok\":false}"];
        Assert.Equal(["{\"ok\":true}", "{\"ok\":false}"], lines.Select(reader.Take).OfType<string>());
        Assert.False(reader.IsInside);
    }

    [Fact]
    public void A_block_without_an_end_is_known_to_be_open()
    {
        var reader = new StatusBlockReader();
        reader.Take(StatusBlock.Begin);
        Assert.True(reader.IsInside);
    }
}
