using Axfl.Runs.Files;
using Axfl.Runs.Watching;

namespace Axfl.Runs.Pictures;

/// <summary>The session of each strategy that is open, else the next, and how long until it ends or begins.</summary>
internal static class WindowsBlock
{
    /// <summary>Makes it.</summary>
    public static TableBlock Of(RunLook look, Glyphs glyphs)
    {
        var grid = new Grid(glyphs, new("WINDOWS", Least: 6), new("UTC", 8), new("", 9), new("", 1, Least: 6, Most: 24));
        var now = look.Clock;
        foreach (var window in look.Now?.Windows ?? [])
        {
            var isOpen = !look.IsOver && window.Start <= now && now < window.End;
            var style = isOpen ? PictureStyle.Plain : PictureStyle.Faint;
            var share = (now - window.Start) / (window.End - window.Start);
            grid.Add(
                new GridCell(window.Strategy, style), new($"{Figures.Clock(window.Start, now)}-{Figures.Clock(window.End)}", style), new(Countdown(window, look, isOpen), isOpen ? PictureStyle.Good : style),
                isOpen ? GridCell.OfBar(style, width => Gauges.Fill(share, width, glyphs)) : GridCell.Empty);
        }

        return new TableBlock("WINDOWS", 4, grid, "none within two weeks");
    }

    private static string Countdown(NowStateWindow window, RunLook look, bool isOpen) =>
        look.IsOver ? "" : isOpen ? $"open, {Figures.Span(window.End - look.Clock)} left" : window.Start > look.Clock ? $"in {Figures.Span(window.Start - look.Clock)}" : "over";
}
