namespace Axfl.Runs.Pictures;

/// <summary>The characters pictures are made of; each takes one column.</summary>
/// <param name="Full">A part of a bar that is filled.</param>
/// <param name="Blank">A part that is not.</param>
/// <param name="Rail">Between stop loss and target.</param>
/// <param name="LeftEnd">The stop loss.</param>
/// <param name="RightEnd">The target.</param>
/// <param name="Open">In the place of a target where there is none.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Price">The price now.</param>
/// <param name="Cut">Ends what was cut off.</param>
/// <param name="Dot">Between two parts of a line.</param>
/// <param name="Levels">Heights within one row, from low to high; the last fills it.</param>
internal sealed record Glyphs(
    char Full, char Blank, char Rail, char LeftEnd, char RightEnd, char Open, char Entry, char Price, string Cut, string Dot, string Levels)
{
    /// <summary>Of a terminal that shows Unicode.</summary>
    public static Glyphs Unicode { get; } = new('█', '░', '─', '├', '┤', '>', '┼', '●', "…", "·", "▁▂▃▄▅▆▇█");

    /// <summary>Of any terminal.</summary>
    public static Glyphs Ascii { get; } = new('#', '.', '-', '|', '|', '>', '+', 'O', "~", "-", "_.-=*#");

    /// <summary>Those of a window.</summary>
    public static Glyphs Of(bool isUnicode) => isUnicode ? Unicode : Ascii;
}
