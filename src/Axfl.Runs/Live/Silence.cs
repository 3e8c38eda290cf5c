using Axfl.Contracts;
using Axfl.Providers.Common;
using Axfl.Runs.Events;
using Axfl.Runs.Fold;

namespace Axfl.Runs.Live;

/// <summary>
/// What is done about a symbol that has no accepted price in an open market, in bounded time: history at once, 15 s later a subscription, 15 s later a
/// new connection; history goes on while it lasts (<see cref="GapRepair"/>). Only an accepted price ends it.
/// </summary>
/// <param name="session">Journal and fold.</param>
/// <param name="feed">The feed.</param>
/// <param name="watch">Its state: on a lost line nothing is subscribed.</param>
/// <param name="hasHistory">Whether a provider of history is configured.</param>
/// <param name="rejects">Knows what came and was not used.</param>
/// <param name="notify">Takes what people are told.</param>
internal sealed class Silence(LiveSession session, ITickFeed feed, FeedWatch watch, bool hasHistory, RejectNotes rejects, Action<RunEvent> notify)
{
    private const long Step = 15_000, RedialAllEvery = 300_000;

    private readonly SymbolSilence[] _symbols = [.. session.Plan.Engine.Symbols.Select(_ => new SymbolSilence())];
    private long _redialled = long.MinValue;

    /// <summary>The clock, after the fold has taken it.</summary>
    public void OnClock(long now)
    {
        for (var i = 0; i < _symbols.Length; i++)
        {
            var (state, silence) = (session.Fold[i], _symbols[i]);
            if (!state.IsOld || state.Muted is not null)
            {
                if (silence.IsSaid && !state.IsOld) notify(new PricesBack(now, state.Instrument.Symbol));
                silence.End();
            }
            else Act(i, state, silence, now);
        }

        if (_redialled != long.MinValue && now - _redialled >= RedialAllEvery && _symbols.All(s => s.IsRedialled)) Redial("no symbol has had a price since the last connection was made", now);
    }

    private void Act(int symbol, FoldSymbol state, SymbolSilence silence, long now)
    {
        if (watch.State != FeedState.Live)
        {
            // A line that is not there is no silence of a symbol: its steps begin when it is back.
            silence.Since = long.MinValue;
            return;
        }

        if (silence.Since == long.MinValue) silence.Since = state.IsPriced ? now : now + session.Plan.Live.StaleAfterS * 1000L;
        if (!silence.IsSaid && now >= silence.Since)
        {
            silence.IsSaid = true;
            if (!state.IsLost) session.Inputs.Lost(symbol);
            if (rejects.Recent(symbol, now) is { } refused) notify(new PricesRejected(now, state.Instrument.Symbol, refused));
            Say(state, now, hasHistory ? "history is asked for what was missed" : "no source of history is configured, so positions on it are not managed until prices are back");
        }
        else if (!silence.IsSubscribed && now - silence.Since >= Step)
        {
            silence.IsSubscribed = true;
            feed.Resubscribe(symbol);
            Say(state, now, "it is subscribed again");
        }
        else if (silence.IsSubscribed && !silence.IsRedialled && now - silence.Since >= 2 * Step)
        {
            silence.IsRedialled = true;
            Redial($"{state.Instrument.Symbol} has {state.WhyOld(now)} in an open market", now);
        }
    }

    private void Redial(string why, long now)
    {
        _redialled = now;
        feed.Redial($"A new connection is made: {why}.");
    }

    private void Say(FoldSymbol state, long now, string what) => notify(new SymbolSilent(now, state.Instrument.Symbol, state.WhyOld(now), what));

    private sealed class SymbolSilence
    {
        /// <summary>When its steps began, unix ms.</summary>
        public long Since { get; set; } = long.MinValue;

        public bool IsSaid { get; set; }

        public bool IsSubscribed { get; set; }

        public bool IsRedialled { get; set; }

        public void End()
        {
            Since = long.MinValue;
            IsSaid = IsSubscribed = IsRedialled = false;
        }
    }
}
