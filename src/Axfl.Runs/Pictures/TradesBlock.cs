using Axfl.Runs.Watching;

namespace Axfl.Runs.Pictures;

/// <summary>The last trades, newest first.</summary>
internal static class TradesBlock
{
    /// <summary>Makes it.</summary>
    public static TableBlock Of(RunLook look, Glyphs glyphs)
    {
        var grid = new Grid(
            glyphs, new("LAST TRADES"), new("", Least: 6), new("", 7, Least: 4), new("", 8), new("exit", 3, IsNumber: true), new("why", 6), new("R", 9, IsNumber: true), new("PnL", 5, IsNumber: true));
        foreach (var t in (look.Now?.LastTrades ?? []).AsEnumerable().Reverse())
        {
            var style = Figures.StyleOf(t.R);
            grid.Add(
                Figures.Clock(t.ExitTime, look.Clock), t.Symbol, t.Strategy, t.Side, Figures.Price(t.Exit), t.Reason, new GridCell(Figures.R(t.R), style), new GridCell(Figures.Money(t.Pnl), style));
        }

        return new TableBlock("LAST TRADES", 3, grid, "none yet");
    }
}
