using Axfl.Contracts;
using Axfl.Runs.Files;
using Axfl.Runs.Watching;

namespace Axfl.Runs.Pictures;

/// <summary>Price, age, spread and data of each symbol. A price at which no entry may be made is faint, with the reason.</summary>
internal static class PricesBlock
{
    /// <summary>Makes it.</summary>
    public static TableBlock Of(RunLook look, Glyphs glyphs)
    {
        var grid = new Grid(
            glyphs, new("PRICES", Least: 6), new("price", 8, IsNumber: true), new("age", 7, IsNumber: true), new("spread", 3, IsNumber: true), new("", 6, Least: 8), new("bars", 2, IsNumber: true),
            new("gaps", 1, IsNumber: true), new("rejected", 1, IsNumber: true));
        var prices = look.Now?.Prices ?? [];
        foreach (var symbol in look.Status?.Symbols ?? [.. prices.Select(p => p.Symbol)])
        {
            var price = Array.Find(prices, p => p.Symbol == symbol);
            var data = look.Status?.Data.FirstOrDefault(d => d.Symbol == symbol);
            var isFresh = price is { Fresh: true };
            var style = isFresh ? PictureStyle.Plain : PictureStyle.Faint;
            grid.Add(
                new GridCell(symbol, style), new(price?.Mid is { } mid ? Figures.Price(mid) : "none yet", style), new(Age(price, look), style), new(Spread(symbol, look.Status), style),
                new(isFresh || price is null || look.IsOver ? "" : price.Why ?? "stale", PictureStyle.Warning), Counted(data?.Bars), Counted(data?.Gaps), Counted(data?.Rejected));
        }

        return new TableBlock("PRICES", 7, grid, "none yet");
    }

    // Of a replay the clock of the machine says nothing.
    private static string Age(NowStatePrice? price, RunLook look) =>
        !look.IsLive || look.IsOver || (price?.Received ?? price?.Stamped) is not { } came ? "" : Figures.Span(look.Time - came);

    private static string Spread(string symbol, PortfolioStatus? status) =>
        status?.Costs.SpreadPips.TryGetValue(symbol, out var pips) == true && pips is { } known ? FormattableString.Invariant($"{known:0.0} pips") : "";

    private static GridCell Counted(long? count) => new(count is { } n ? Figures.Count(n) : "", PictureStyle.Faint);
}
