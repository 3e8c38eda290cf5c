using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Runs.Events;
using Axfl.Runs.Fold;

namespace Axfl.Runs.Live;

/// <summary>
/// Fills gaps from history: the whole bars that were missed before the first price after the gap, whole bars while prices are missing, and at its
/// close the bar that was not seen wholly. What no provider can fill stays a gap, and is said.
/// </summary>
/// <param name="fold">Knows what is missing.</param>
/// <param name="inputs">Takes what history gives.</param>
/// <param name="plan">Plan.</param>
/// <param name="live">Limits of time.</param>
/// <param name="hasHistory">Whether a provider of history is configured.</param>
/// <param name="ask">Asks history; the answer comes to <see cref="Take"/>, at once or later.</param>
/// <param name="hours">When silence is normal, and which bars lie outside trading hours.</param>
/// <param name="doubts">Says what is wrong with bars of history.</param>
/// <param name="notify">Takes what people are told.</param>
internal sealed class GapRepair(
    LiveFold fold, LiveInputs inputs, EnginePlan plan, LivePlan live, bool hasHistory, Action<RepairRequest> ask, MarketHours hours,
    HistoryDoubts doubts, Action<RunEvent> notify)
{
    private const long RetryEvery = 5_000, LongestWait = 180_000, AskAgainEvery = 60_000;

    private readonly SymbolRepair[] _symbols = [.. plan.Symbols.Select(_ => new SymbolRepair())];
    private int _holding;

    /// <summary>Whether prices must wait for history.</summary>
    public bool IsHolding => _holding > 0;

    /// <summary>A price is about to be taken: asks for the bars that were missed before it.</summary>
    /// <returns>Whether it has to wait.</returns>
    public bool HasToWait(int symbol, long time)
    {
        var until = fold.Floor(time - live.LateTicksMs);
        if (!fold[symbol].IsLost || Missing(symbol, until) is null) return false;
        Ask(RepairKind.BeforeTick, until, long.MinValue);
        return IsHolding;
    }

    /// <summary>The clock: asks for what is due.</summary>
    public void OnClock(long now)
    {
        if (IsHolding) return;
        var until = fold.Floor(now - live.LateTicksMs - RetryEvery);
        if (hasHistory && !hours.IsQuiet(null, now) && Enumerable.Range(0, _symbols.Length).Any(i => IsLongLost(i, now) && Missing(i, until, now) is not null))
            Ask(RepairKind.WhileLost, until, now);
        for (var i = 0; i < _symbols.Length; i++) AskForBroken(i, now);
    }

    /// <summary>History answered.</summary>
    public void Take(RepairAnswer answer, long now)
    {
        var kind = answer.Request.Kind;
        if (kind != RepairKind.BrokenBar) _holding--;
        doubts.Take(answer, now, symbol => fold[symbol].LastTick.Price);
        foreach (var step in hours.Inside(answer.Bars, plan, notify).GroupBy(b => b.Bar.Time))
            inputs.History([.. step.Select(b => fold.AsMissed(b))], answer.Source);
        foreach (var range in answer.Request.Ranges)
        {
            if (kind == RepairKind.BrokenBar) Close(range, answer, now);
            else inputs.Repaired(range.Symbol, Through(range), isFinal: false, answer.Failure ?? answer.Source);
        }

        if (kind != RepairKind.BrokenBar) Tell(answer);
    }

    private long Through(RepairRange range) =>
        fold[range.Symbol].LastBar is var last && last >= range.From ? Math.Min(range.Until, last + plan.Interval.Milliseconds) : range.From;

    private bool IsLongLost(int symbol, long now) => fold[symbol].IsLost && (fold[symbol].IsOld || now - fold[symbol].GapFrom >= plan.Interval.Milliseconds);

    // What history did not have at once it may have later: while prices are missing it is asked again each minute.
    private RepairRange? Missing(int symbol, long until, long now = long.MinValue)
    {
        var (state, repair) = (fold[symbol], _symbols[symbol]);
        var from = From(state);
        var isDue = repair.TriedUntil < until || (now != long.MinValue && now - repair.AskedAt >= AskAgainEvery);
        return state.IsLost && from < until && isDue ? new RepairRange(symbol, state.Instrument, from, until) : null;
    }

    // A bar that waits may be older than the gap: an earlier one had broken it.
    private long From(FoldSymbol state)
    {
        var from = Math.Max(state.RepairedUntil, fold.Floor(state.GapFrom));
        return state.Held.Count > 0 ? Math.Min(from, state.Held[0].Bar.Bar.Time) : from;
    }

    private void Ask(RepairKind kind, long until, long now)
    {
        RepairRange[] ranges = [.. Enumerable.Range(0, _symbols.Length).Select(i => Missing(i, until, now)).OfType<RepairRange>()];
        foreach (var range in ranges)
        {
            _symbols[range.Symbol].TriedUntil = until;
            if (now != long.MinValue) _symbols[range.Symbol].AskedAt = now;
        }

        _holding++;
        ask(new RepairRequest(kind, ranges));
    }

    private void AskForBroken(int symbol, long now)
    {
        var (state, repair) = (fold[symbol], _symbols[symbol]);
        // While prices are missing, history is asked for all of the gap; without a source of it what was seen is all there will be.
        if (state.Held.Count == 0 || (state.IsLost && hasHistory) || repair.IsAsked || now < repair.NextTry) return;
        var last = state.Held.FindLastIndex(b => b.Broken);
        var until = state.Held[Math.Max(0, last)].Bar.Bar.Time + plan.Interval.Milliseconds;
        var from = From(state);
        repair.IsAsked = true;
        if (repair.Deadline == 0) repair.Deadline = now + Math.Max(live.RepairWaitS * 1000L, Math.Min(LongestWait, plan.Interval.Milliseconds / 2));
        ask(new RepairRequest(RepairKind.BrokenBar, [new RepairRange(symbol, state.Instrument, from, until)]));
    }

    private void Close(RepairRange range, RepairAnswer answer, long now)
    {
        var repair = _symbols[range.Symbol];
        repair.IsAsked = false;
        var isThere = fold[range.Symbol].LastBar >= range.Until - plan.Interval.Milliseconds;
        if (!isThere && hasHistory && now < repair.Deadline)
        {
            repair.NextTry = now + RetryEvery;
            return;
        }

        repair.Deadline = repair.NextTry = 0;
        inputs.Repaired(range.Symbol, range.Until, isFinal: true, answer.Failure ?? (isThere ? answer.Source : $"{answer.Source} has no such bar"));
        if (isThere || !hasHistory) return;
        notify(new BarsIncomplete(range.Instrument.Symbol, range.From, range.Until, answer.Failure ?? "not there yet"));
    }

    private void Tell(RepairAnswer answer) => notify(new GapRepaired(
        answer.Request.Ranges.Min(r => r.From), answer.Request.Ranges.Max(r => r.Until), answer.Source, answer.Bars.Count,
        IsOpen: answer.Request.Kind == RepairKind.WhileLost, answer.Failure));

    private sealed class SymbolRepair
    {
        public long TriedUntil { get; set; } = long.MinValue;

        public long AskedAt { get; set; }

        public bool IsAsked { get; set; }

        public long Deadline { get; set; }

        public long NextTry { get; set; }
    }
}
