using Axfl.Cli.Hosting;
using Axfl.Contracts;

namespace Axfl.Cli.Output;

/// <summary>A sweep while it goes on: progress and notices to standard error, trials to standard output.</summary>
/// <param name="context">Where and for whom.</param>
/// <param name="format"><c>table</c>, <c>json</c> or <c>none</c>.</param>
internal sealed class SweepOutput(CommandContext context, string format) : ISweepWatcher
{
    private const int ShownTrials = 50;

    private readonly RunDisplay _display = RunDisplay.For(context);
    private readonly List<SweepTrial> _first = [];
    private SweepBest? _best;

    /// <summary>Shows the work.</summary>
    public void Show(Action work) => _display.Show(work);

    /// <inheritdoc/>
    public void Progress(SweepProgress progress)
    {
        _best = progress.Best ?? _best;
        _display.Progress(progress.Fraction, Text(progress));
    }

    /// <inheritdoc/>
    public void Trial(SweepTrial trial)
    {
        if (format == "json") context.Out.WriteLine(SweepJson.Of(trial));
        else if (_first.Count < ShownTrials) _first.Add(trial);
    }

    /// <inheritdoc/>
    public void Notice(NoticeLevel level, string message) => _display.Notice(level, message);

    /// <summary>What came of it.</summary>
    public void Close(SweepReport report)
    {
        if (format == "table" && _first.Count > 0) Tables.Result(SweepRunTables.Trials(_first), context);
        Tables.Remark(SweepRunTables.Report(report, _best), context);
        if (report.Error is { } error) context.Error.WriteLine("error: " + error);
    }

    /// <summary>How far it is, in words.</summary>
    public static string Text(SweepProgress progress) => progress.Stage != "running" ? progress.Stage
        : $"{Numbers.Count(progress.Done)} of {Numbers.Count(progress.Trials)} trials  {progress.PerSecond.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture)}/s"
        + (progress.Left is { } left && progress.Done < progress.Trials ? $"  {Time(left)} left" : "") + (progress.Best is { } best ? "  best so far " + best : "");

    /// <summary>A span of time: <c>1:02:03</c>, <c>45 s</c>.</summary>
    public static string Time(TimeSpan span) => span.TotalSeconds < 100
        ? span.TotalSeconds.ToString(span.TotalSeconds < 10 ? "0.0" : "0", System.Globalization.CultureInfo.InvariantCulture) + " s"
        : $"{(long)span.TotalHours}:{span.Minutes:00}:{span.Seconds:00}";
}
