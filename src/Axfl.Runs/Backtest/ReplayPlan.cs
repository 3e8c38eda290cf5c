using System.Globalization;
using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Data;
using Axfl.Data.Bars;
using Axfl.Data.Check;
using Axfl.Data.Simulated;
using Axfl.Engine.Plan;
using Axfl.Engine.Sessions;
using Axfl.Runs.Events;

namespace Axfl.Runs.Backtest;

/// <summary>A replay ready to run: the plan with its start, and the opened source.</summary>
/// <param name="Run">The effective plan; its engine plan has the run's start.</param>
/// <param name="Source">Where bars come from.</param>
/// <param name="From">First bar read (warm-up), unix ms, inclusive.</param>
/// <param name="Until">End, unix ms, exclusive; long.MaxValue: the end of the data.</param>
/// <param name="Notices">What was read, and warnings.</param>
internal sealed record ReplayPlan(RunPlan Run, IBarSource Source, long From, long Until, IReadOnlyList<NoticeEvent> Notices)
{
    /// <summary>Opens the source of a plan; nothing is written.</summary>
    public static ReplayPlan Prepare(RunRequest request, RunPlan run)
    {
        var until = request.Until is { } end ? EventTime.FromDateTime(end) : long.MaxValue;
        var wanted = request.Since is { } start ? EventTime.FromDateTime(start) : (long?)null;
        foreach (var given in new[] { request.Since, request.Until })
        {
            if (given is not { } time || EventTime.IsInRange(EventTime.FromDateTime(time))) continue;
            throw new AxflException("PeriodOutOfRange", ErrorKind.Configuration, $"{DateTime.UnixEpoch.AddMilliseconds(EventTime.FromDateTime(time)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} is not a time from 1970 to 2199: give another {Spelling.Of("Since")} or {Spelling.Of("Until")}.");
        }

        if (wanted >= until)
        {
            throw new AxflException("PeriodEmpty", ErrorKind.Configuration,
                $"since {EventTime.ToIso(wanted.Value)} is not before until {EventTime.ToIso(until)}: give an earlier {Spelling.Of("Since")} or a later {Spelling.Of("Until")}.");
        }

        var source = BarSources.Open(run.Source, PlannedData.RequestOf(
            run, run.Engine.Intrabar == IntrabarPolicy.Drill, wanted is { } w ? Warmup.Start(w, run.WarmupDays) : long.MinValue, until) with
        {
            AllowRejected = request.AllowRejected,
        }, out var warning);
        var since = wanted ?? SinceOf(source, run);
        var notices = run.Description.Warnings.Select(p => (NoticeEvent)new PlanWarned(p.ToString()))
            .Concat(warning is null ? [] : [new BarsChosen(warning, IsWarning: true)])
            .Concat(source.Notes.Select(n => new BarsChosen(n, IsWarning: false)));
        return new ReplayPlan(
            run with { Engine = run.Engine with { Since = since } }, source, Warmup.Start(since, run.WarmupDays), until, [.. notices]);
    }

    /// <summary>The error of a period without bars.</summary>
    /// <param name="readers">Those of the symbols, at their end: what they say of the files is told with it.</param>
    public AxflException NoBars(IReadOnlyList<IBarReader> readers) => new("NoBars", ErrorKind.Data,
        $"No bars of {string.Join(", ", Run.Engine.Symbols.Select(s => s.Instrument.Symbol))} from {EventTime.ToIso(From)}"
        + (Until == long.MaxValue ? "" : $" until {EventTime.ToIso(Until)}") + $" in {Source.Name}. Give another period or other data." + string.Concat(FileWarnings(readers).Take(3).Select(static w => " " + w.Message)));

    /// <summary>What a user should know of the files of each symbol when they have been read.</summary>
    /// <param name="readers">Those of the symbols in plan order, at their end.</param>
    public IEnumerable<NoticeEvent> FileWarnings(IReadOnlyList<IBarReader> readers) => Run.Engine.Symbols.SelectMany((s, i) =>
        DataNotices.Of(s.Instrument.Symbol, readers[i], Run.Engine.MeasuredSpread && Source is not SimulatedSource).Select(text => new FileWarned(s.Instrument.Symbol, text)));

    /// <summary>What has been counted of a symbol's bars, as a status has it.</summary>
    /// <param name="symbol">Its place in the plan.</param>
    /// <param name="counts">The counts.</param>
    public SymbolDataStatus StatusOf(int symbol, in DataCounts counts) =>
        new(Run.Engine.Symbols[symbol].Instrument.Symbol, counts.Bars, counts.Gaps, counts.Duplicates, counts.Rejected, false) { Crossed = counts.Crossed, OutsideHours = counts.OutsideHours };

    // As early as the data allow after a whole warm-up: the first midnight (UTC) whose warm-up does not begin before the first whole day of data.
    private static long SinceOf(IBarSource source, RunPlan run)
    {
        long? first = null;
        for (var i = 0; i < run.Engine.Symbols.Count; i++)
            if (source.FirstTime(i) is { } time) first = first is { } f ? Math.Min(f, time) : time;
        if (first is not { } earliest)
        {
            throw new AxflException("NoBars", ErrorKind.Data,
                $"The source {source.Name} has no bars for {string.Join(", ", run.Engine.Symbols.Select(s => s.Instrument.Symbol))}. "
                + (source.Notes.Count == 0 ? "" : $"Looked at: {string.Join("; ", source.Notes)}. ") + $"Check the files with {Spelling.Command("Test-AxflData")}.");
        }

        if (run.WarmupDays == 0) return earliest;
        var day = earliest - earliest % EventTime.Day;
        if (day < earliest) day += EventTime.Day;
        var since = day;
        while (Warmup.Start(since, run.WarmupDays) < day) since += EventTime.Day;
        return since;
    }
}
