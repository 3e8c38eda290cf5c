using Axfl.Contracts;
using Axfl.Engine.Events;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Engine.Streams;

namespace Axfl.Engine;

/// <summary>
/// The fold of a plan whose strategies' actions are known: the engine steps on the bars on which something may happen, and passes over the others. What
/// happens on a step is decided by <see cref="PortfolioEngine"/> alone; here is decided only that nothing can happen on a bar.
/// </summary>
/// <remarks>
/// A bar of a symbol is folded when a strategy acts at its close, when a market order waits, when its extremes reach a level of a pending entry or a
/// position, or when an exit or the end of an order is due by time; when a halt ends; and on every bar while a halt may begin without an exit.
/// </remarks>
internal sealed class SparseFold
{
    private const int StepsBetweenLooks = 4096;

    private readonly PortfolioState _state;
    private readonly Track[] _tracks;
    private readonly Track[] _conversions;
    private readonly StepBar[] _step;
    private readonly bool _areDecidedByExtremes, _countsDays;

    private SparseFold(EnginePlan plan, IReadOnlyList<SharedBars> bars, SignalStream?[][] streams, IEngineObserver observer)
    {
        var playbacks = new Playback?[plan.Symbols.Count][];
        Engine = new PortfolioEngine(PlayedBack(plan, streams, playbacks), observer);
        _state = Engine.State;
        _areDecidedByExtremes = Engine.IsDecidedByExtremes && bars.All(b => b.HasOrderedPrices);
        _countsDays = plan.Risk.RiskParity is not null;
        _tracks = [.. _state.Markets.Select((m, i) => new Track(m, bars[i], playbacks[i], _areDecidedByExtremes))];
        _conversions = [.. Engine.ConversionSources.Select(i => _tracks[i])];
        _step = new StepBar[_tracks.Length];
    }

    /// <summary>The engine, at the end of the replay.</summary>
    public PortfolioEngine Engine { get; }

    /// <summary>Steps that were folded.</summary>
    public long Steps { get; private set; }

    /// <summary>Folds it to the end.</summary>
    public static SparseFold Run(
        EnginePlan plan, IReadOnlyList<SharedBars> bars, SignalStream?[][] streams, IEngineObserver observer, CancellationToken cancellation)
    {
        var fold = new SparseFold(plan, bars, streams, observer);
        fold.Run(cancellation);
        fold.Engine.End();
        return fold;
    }

    // The same plan, its strategies those that play back.
    private static EnginePlan PlayedBack(EnginePlan plan, SignalStream?[][] streams, Playback?[][] playbacks) => plan with
    {
        Symbols = [.. plan.Symbols.Select((symbol, i) =>
        {
            playbacks[i] = new Playback?[symbol.Slots.Count];
            return symbol with { Slots = [.. symbol.Slots.Select((slot, k) => streams[i][k] is not { } stream ? slot : slot with
            {
                Definition = slot.Definition with { Source = StrategyDefinition.BuiltInSource, Create = _ => playbacks[i][k] = new Playback(stream) },
            })] };
        })],
    };

    private void Run(CancellationToken cancellation)
    {
        foreach (var track in _tracks) track.Look();
        for (; NextStep() is not long.MaxValue and var time; Steps++)
        {
            if (Steps % StepsBetweenLooks == 0) cancellation.ThrowIfCancellationRequested();
            Step(time);
        }

        Finish();
    }

    private long NextStep()
    {
        if (IsWatched) return FirstBarAt(long.MinValue);
        var time = long.MaxValue;
        foreach (var track in _tracks) time = Math.Min(time, track.DueTime);
        var change = Engine.Halts.NextChange;
        return change < time ? Math.Min(time, FirstBarAt(change)) : time;
    }

    // Open R moves with every bar, of whichever symbol: then none is passed over.
    private bool IsWatched => _state.OpenPositions > 0 && (_areDecidedByExtremes ? Engine.Halts.MayBeginWithoutExit : Engine.Halts.CountOpen);

    private long FirstBarAt(long time)
    {
        var first = long.MaxValue;
        foreach (var track in _tracks) first = Math.Min(first, track.FirstTime(time));
        return first;
    }

    private void Step(long time)
    {
        foreach (var track in _conversions) track.MoveBefore(time);
        if (_countsDays && time >= _state.Day.End)
            foreach (var track in _tracks) track.MoveBefore(time);
        var (halts, isWatched) = (Engine.Halts.PortfolioHalts, IsWatched);
        var takesAll = isWatched || time >= Engine.Halts.NextChange;
        var marks = _state.OpenPositions > 0 && Engine.Halts.CountOpen;
        var count = 0;
        foreach (var track in _tracks)
        {
            var isMarked = marks && track.HasPosition;
            if (takesAll || isMarked ? track.IsAt(time) : track.DueTime == time) _step[count++] = track.Take(time);
            else if (isMarked) track.MoveBefore(time);
        }

        Engine.Step(_step.AsSpan(0, count));

        // A halt touches orders and positions of every symbol.
        var isTouched = halts != Engine.Halts.PortfolioHalts || isWatched != IsWatched;
        foreach (var track in _tracks)
        {
            if (isTouched) track.MoveBefore(time + 1);
            if (isTouched || track.IsAfter(time)) track.Look();
        }
    }

    // Days roll and conversion prices are those of the last step, as if every bar had been folded.
    private void Finish()
    {
        var last = _tracks.Max(t => t.LastTime);
        if (last > Engine.Now)
        {
            foreach (var track in _countsDays ? _tracks : _conversions) track.MoveBefore(last);
            Engine.PassTo(last);
        }

        foreach (var track in _tracks) track.MoveBefore(long.MaxValue);
    }
}
