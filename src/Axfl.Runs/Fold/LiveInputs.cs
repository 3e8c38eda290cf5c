using System.Runtime.InteropServices;
using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Providers.Common.Streaming;
using Axfl.Runs.Files;
using Axfl.Runs.Journal;

namespace Axfl.Runs.Fold;

/// <summary>Inputs on their way into the fold: each is written to the journal before it takes effect.</summary>
internal sealed class LiveInputs(IJournal journal, LiveFold fold)
{
    private const int LongestDetail = 1000;

    /// <summary>A price.</summary>
    /// <param name="symbol">Symbol.</param>
    /// <param name="tick">The price.</param>
    /// <param name="lag">Its receipt behind its stamp, ms.</param>
    public TickVerdict Tick(int symbol, in Tick tick, long lag)
    {
        var json = journal.Begin(JournalKind.Tick);
        json.WriteNumber("t"u8, tick.Time);
        json.WriteNumber("s"u8, symbol);
        // JSON has no word for what is no number: a zero is refused just the same.
        json.WriteNumber("p"u8, double.IsFinite(tick.Price) ? tick.Price : 0);
        if (double.IsFinite(tick.Spread)) json.WriteNumber("a"u8, tick.Spread);
        if (lag != 0) json.WriteNumber("l"u8, lag);
        journal.End();
        return fold.Tick(symbol, tick, lag);
    }

    /// <summary>The time.</summary>
    public void Clock(long now)
    {
        journal.Begin(JournalKind.Clock).WriteNumber("t"u8, now);
        journal.End();
        fold.Clock(now);
    }

    /// <summary>Bars of one open time from history.</summary>
    /// <param name="bars">Bars in plan order.</param>
    /// <param name="source">Who gave them.</param>
    public void History(List<MissedBar> bars, string source)
    {
        var json = journal.Begin(JournalKind.History);
        json.WriteNumber("t"u8, bars[0].Bar.Bar.Time);
        json.WriteString("source"u8, source);
        json.WriteStartArray("b"u8);
        foreach (var bar in bars) JournalBar.Write(json, bar);
        json.WriteEndArray();
        journal.End();
        fold.History(CollectionsMarshal.AsSpan(bars));
    }

    /// <summary>History has given what it has.</summary>
    public void Repaired(int symbol, long until, bool isFinal, string detail)
    {
        var json = journal.Begin(JournalKind.Repaired);
        json.WriteNumber("t"u8, until);
        json.WriteNumber("s"u8, symbol);
        json.WriteBoolean("on"u8, isFinal);
        json.WriteString("detail"u8, Clipped(detail));
        journal.End();
        fold.Repaired(symbol, until, isFinal);
    }

    /// <summary>Prices of a symbol may be missing.</summary>
    public void Lost(int symbol)
    {
        journal.Begin(JournalKind.Lost).WriteNumber("s"u8, symbol);
        journal.End();
        fold.Lost(symbol);
    }

    /// <summary>The feed's word on a symbol.</summary>
    public void Stale(int symbol, bool stale, string detail)
    {
        var json = journal.Begin(JournalKind.Stale);
        json.WriteNumber("s"u8, symbol);
        json.WriteBoolean("on"u8, stale);
        json.WriteString("detail"u8, Clipped(detail));
        journal.End();
        fold.Stale(symbol, stale, detail);
    }

    /// <summary>What is added to this machine's clock from now on.</summary>
    public void Skew(long now, long skew)
    {
        var json = journal.Begin(JournalKind.Skew);
        json.WriteNumber("t"u8, now);
        json.WriteNumber("l"u8, skew);
        journal.End();
        fold.Skew = skew;
    }

    /// <summary>The files of the news calendar have changed.</summary>
    /// <param name="now">Unix ms.</param>
    /// <param name="events">All their events.</param>
    /// <param name="hash">Hash of their contents.</param>
    public void Calendar(long now, IReadOnlyList<NewsEvent> events, string hash)
    {
        // A line has a length that a reader bears.
        for (var from = 0; from == 0 || from < events.Count; from += JournalEvents.MostInALine)
        {
            NewsEvent[] some = [.. events.Skip(from).Take(JournalEvents.MostInALine)];
            var isLast = from + some.Length >= events.Count;
            var json = journal.Begin(JournalKind.Calendar);
            json.WriteNumber("t"u8, now);
            json.WriteString("hash"u8, hash);
            json.WriteBoolean("on"u8, isLast);
            JournalEvents.Write(json, some);
            journal.End();
            fold.Calendar(some, hash, isLast);
        }
    }

    /// <summary>A note: it changes nothing.</summary>
    public void Note(string kind, long time, string state, string detail)
    {
        var json = journal.Begin(kind);
        json.WriteNumber("t"u8, time);
        json.WriteString("state"u8, state);
        json.WriteString("detail"u8, Clipped(detail));
        journal.End();
    }

    /// <summary>A note on prices, frames or bars that are not used. It changes their count and nothing else.</summary>
    /// <param name="time">Unix ms.</param>
    /// <param name="kind">Why.</param>
    /// <param name="symbol">Of which symbol; -1: not known.</param>
    /// <param name="count">How many.</param>
    /// <param name="detail">Text of the last one.</param>
    public void Rejected(long time, string kind, int symbol, long count, string detail)
    {
        var json = journal.Begin(JournalKind.Rejected);
        json.WriteNumber("t"u8, time);
        if (symbol >= 0)
        {
            json.WriteNumber("s"u8, symbol);
            json.WriteNumber("c"u8, count);
        }

        json.WriteString("state"u8, kind);
        json.WriteString("detail"u8, Clipped(detail));
        journal.End();
        if (symbol >= 0) fold.CountUnused(symbol, count);
    }

    /// <summary>How many prices and bars of a symbol were noted as not used, by this process and those before it.</summary>
    public long Unused(int symbol) => fold.Unused(symbol);

    /// <summary>A note: a process takes the run up.</summary>
    public void Resumed(long time, string detail, JournalServers servers)
    {
        var json = journal.Begin(JournalKind.Resume);
        json.WriteNumber("t"u8, time);
        json.WriteString("state"u8, Product.Version);
        json.WriteString("detail"u8, Clipped(detail));
        servers.Write(json);
        journal.End();
    }

    // What providers say is bounded.
    private static string Clipped(string detail) => detail.Length <= LongestDetail ? detail : detail[..LongestDetail] + "…";

    /// <summary>Does to a fold what a line of a journal says.</summary>
    /// <returns>Whether the line is an input.</returns>
    public static bool Apply(JournalLine line, LiveFold fold)
    {
        switch (line.Kind)
        {
            case JournalKind.Tick: fold.Tick(line.Symbol, new Tick(line.Time, line.Price, line.Spread), line.Lag); return true;
            case JournalKind.Clock: fold.Clock(line.Time); return true;
            case JournalKind.History: fold.History(CollectionsMarshal.AsSpan(line.Bars)); return true;
            case JournalKind.Repaired: fold.Repaired(line.Symbol, line.Time, line.On); return true;
            case JournalKind.Lost: fold.Lost(line.Symbol); return true;
            case JournalKind.Stale: fold.Stale(line.Symbol, line.On, line.Texts.GetValueOrDefault("detail", "")); return true;
            case JournalKind.Calendar: fold.Calendar(line.Events, line.Texts.GetValueOrDefault("hash", ""), line.On); return true;
            case JournalKind.Skew: fold.Skew = line.Lag; return true;
            case JournalKind.Rejected: fold.CountUnused(line.Symbol, line.Count); return false;
            default: return false;
        }
    }
}
