using Axfl.Contracts;
using Axfl.Runs.Files;

namespace Axfl.Runs.Parity;

/// <summary>Trades in words.</summary>
/// <param name="symbols">Instruments, for the digits of their prices; the first of a name counts.</param>
internal sealed class TradeText(IReadOnlyList<Instrument> symbols)
{
    /// <summary><c>EURUSD lsg long 1000 of 2026-01-13, entry 1.10240 at 07:30, exit 1.10260 at 07:40, TP</c>.</summary>
    public string Whole(Trade t) =>
        $"{t.Symbol} {t.Strategy} {t.Side} {Numbers.Units(t.Units)} of {TimeText.Date(EventTime.FromDateTime(t.EntryTime))}, "
        + $"entry {Fill(t.Symbol, t.Entry, t.EntryTime, t.EntryTime)}, exit {Fill(t.Symbol, t.Exit, t.ExitTime, t.EntryTime)}, {t.Reason}";

    /// <summary><c>1.10240 at 07:30</c>.</summary>
    /// <param name="symbol">Symbol.</param>
    /// <param name="price">Price.</param>
    /// <param name="time">Time.</param>
    /// <param name="day">A time of the day that needs no date.</param>
    public string Fill(string symbol, double price, DateTime time, DateTime day)
    {
        var instrument = symbols.FirstOrDefault(s => s.Symbol == symbol);
        var text = instrument is null ? price.ToString(System.Globalization.CultureInfo.InvariantCulture) : PriceText.Of(price, instrument);
        return $"{text} at {TimeText.Of(EventTime.FromDateTime(time), EventTime.FromDateTime(day))}";
    }
}
