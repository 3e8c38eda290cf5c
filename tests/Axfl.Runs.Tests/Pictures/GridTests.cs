using Axfl.Runs.Pictures;

namespace Axfl.Runs.Tests.Pictures;

public class GridTests
{
    [Fact]
    public void Columns_are_aligned_two_spaces_apart_under_their_headings()
    {
        var grid = new Grid(Glyphs.Unicode, new("NAME"), new("R", IsNumber: true));
        grid.Add("a", "-1.25");
        grid.Add("longer", "0.5");
        Assert.Equal(["NAME        R", "a       -1.25", "longer    0.5"], Text(grid, 80));
    }

    [Fact]
    public void Names_shrink_before_columns_are_left_out_and_those_that_matter_least_go_first()
    {
        var grid = new Grid(Glyphs.Unicode, new("NAME", Least: 4), new("A", 1), new("B", 2));
        grid.Add("abcdefgh", "12345", "67890");
        Assert.Equal("abcdefgh  12345  67890", Text(grid, 22)[1]);
        Assert.Equal("abcde…  12345  67890", Text(grid, 20)[1]);
        Assert.Equal("abc…  12345  67890", Text(grid, 18)[1]);
        Assert.Equal("abcdefgh  67890", Text(grid, 17)[1].TrimEnd());
        Assert.Equal("abcdefgh", Text(grid, 10)[1].TrimEnd());
        Assert.Equal("a…", Text(grid, 2)[1]);
    }

    [Fact]
    public void A_column_of_bars_takes_the_room_that_is_left_up_to_its_most()
    {
        var grid = new Grid(Glyphs.Ascii, new("N"), new("", Least: 4, Most: 8));
        grid.Add("x", GridCell.OfBar(PictureStyle.Plain, width => Gauges.Fill(0.5, width, Glyphs.Ascii)));
        Assert.Equal("x  ####....", Text(grid, 80)[1]);
        Assert.Equal("x  ###...", Text(grid, 9)[1]);
        Assert.Equal("x  ##..", Text(grid, 7)[1]);
    }

    [Fact]
    public void A_column_with_nothing_in_it_is_not_shown()
    {
        var grid = new Grid(Glyphs.Ascii, new("N"), new("age"), new("B"));
        grid.Add("x", "", "y");
        Assert.Equal(["N  B", "x  y"], Text(grid, 80));
    }

    [Fact]
    public void Wide_characters_take_two_columns()
    {
        var grid = new Grid(Glyphs.Unicode, new("NAME", Least: 4), new("R", IsNumber: true));
        grid.Add("漢字漢字", "1");
        grid.Add("abcdefgh", "1");
        Assert.Equal(["漢字漢字  1", "abcdefgh  1"], Text(grid, 11)[1..]);
        Assert.Equal("漢字…   1", Text(grid, 9)[1]);
    }

    private static string[] Text(Grid grid, int width) => [.. grid.Draw(width, 99).Select(l => l.Text.TrimEnd())];
}
