using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Engine.Portfolio;
using Axfl.Reports.Reading;
using Axfl.Research.Trials;
using Axfl.Runs.Backtest;
using Axfl.Runs.Parity;

namespace Axfl.Reports.Bars;

/// <summary>Finds the bars of a run: live those of its journal; of a replay those of its source, read or made again. They are used only when they are those of the run.</summary>
/// <param name="run">The run.</param>
/// <param name="request">Where its bars are now, if they have moved.</param>
internal sealed class RunBarsReader(RunRecord run, ReportRequest request)
{
    /// <summary>The bars, or why there are none. A report is made without them rather than not at all.</summary>
    public BarsAtHand Read(IProgress<MeasureProgress>? progress, CancellationToken cancellation)
    {
        if (request.Bars == ReportBars.None) return BarsAtHand.None($"Bars were not asked for ({Spelling.Of("Bars", "none")}). Make the report with {Spelling.Of("Bars", "auto")}.");
        if (run.Since is null || run.Until is null) return BarsAtHand.None("The run has written no status yet: its period is not known. Make the report again when it has.");
        try
        {
            return Checked(run.Live is not null ? OfJournal(run.Directory, cancellation)
                : run.Source == Replays.JournalSource ? OfJournal(run.Plan.DataPath.FirstOrDefault(run.Plan.DataDir), cancellation)
                : OfSource(progress, cancellation));
        }
        catch (AxflException e)
        {
            // Files may have gone or changed since: what the run did is told all the same.
            return BarsAtHand.None($"The bars of the run cannot be had: {e.Message} {WhereTheyAre}");
        }
    }

    private BarsAtHand Checked(RunSeries series)
    {
        if (run.Live is null && run.Data.Count > 0)
        {
            for (var i = 0; i < series.Symbols.Count; i++)
            {
                var symbol = run.Instruments[i].Symbol;
                var expected = run.Data.FirstOrDefault(d => d.Symbol == symbol)?.Bars ?? 0;
                var found = series.Symbols[i].Count;
                if (found != expected)
                    return BarsAtHand.None(FormattableString.Invariant($"The bars at hand are not those of the run: {found:N0} of {symbol}, and the run read {expected:N0}. {WhereTheyAre}"));
            }
        }

        if (run.Live is null && FilledOrders.FirstOutside(run, series) is { } order)
        {
            return BarsAtHand.None(FormattableString.Invariant(
                $"The bars at hand are not those of the run: its order of {EventTime.ToIso(EventTime.FromDateTime(order.Time))} in {order.Symbol} filled at {order.Price}, outside the bar. {WhereTheyAre}"));
        }

        return new BarsAtHand(series, null);
    }

    private string WhereTheyAre => run.IsInvented ? "Another version made its bars: run its plan again." : $"Give the bars it ran on with {Spelling.Of("DataPath")}.";

    private RunSeries OfSource(IProgress<MeasureProgress>? progress, CancellationToken cancellation)
    {
        var plan = Moved(run.Plan);
        var asked = request.Plan with
        {
            Source = run.Source, Since = EventTime.ToDateTime(run.Since!.Value), Until = EventTime.ToDateTime(run.Until!.Value),
            AllowRejected = true, // What the run was allowed to read is read again.
        };
        var loaded = LoadedBars.Read(asked, plan, BarsProgress.Of(progress), cancellation);
        return new RunSeries(loaded.Bars, loaded.TradedTimes());
    }

    private RunPlan Moved(RunPlan plan) => request.Plan.DataPath.Count == 0 ? plan : plan with
    {
        DataPath = request.Plan.DataPath, IsDataGiven = true, DataTimezone = request.Plan.DataTimezone ?? plan.DataTimezone,
        DataColumns = request.Plan.DataColumns ?? plan.DataColumns, DataTimeFormat = request.Plan.DataTimeFormat ?? plan.DataTimeFormat,
    };

    private RunSeries OfJournal(string directory, CancellationToken cancellation)
    {
        using var journal = new JournalBars(directory, cancellation);
        var instruments = run.Instruments.ToList();
        var places = journal.Start.Symbols.Select(s => instruments.FindIndex(i => i.Symbol == s)).ToArray();
        var found = instruments.Select(_ => new List<StepBar>()).ToArray();
        while (journal.TryRead(out var bar))
            if (places[bar.Symbol] is >= 0 and var at) found[at].Add(new StepBar(at, bar.Bar));
        SharedBars[] bars = [.. found.Select(b => SharedBars.Of([.. b]))];
        return new RunSeries(bars, LoadedBars.TradedTimesOf(run.Engine, bars));
    }
}
