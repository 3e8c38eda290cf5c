using Axfl.Contracts;
using Axfl.Reports.Bars;
using Axfl.Reports.Content;
using Axfl.Reports.Numbers;
using Axfl.Reports.Page;
using Axfl.Reports.Reading;

namespace Axfl.Reports;

/// <summary>Makes reports of runs.</summary>
/// <param name="strategies">Strategies that plans of a request may name.</param>
/// <param name="time">Clock, which tells whether the process of a run is alive; nothing of it is in the report.</param>
public sealed class ReportMaker(Func<RunRequest, IReadOnlyList<StrategyDefinition>> strategies, TimeProvider time)
{
    /// <summary>Writes the report of a run.</summary>
    /// <param name="request">Which run, what of it, and where.</param>
    /// <param name="progress">How far it is.</param>
    /// <param name="cancellation">Stops it; nothing is written then.</param>
    /// <exception cref="AxflException">As <see cref="IAxflRuntime.WriteReport"/> says.</exception>
    public ReportFile Write(ReportRequest request, IProgress<MeasureProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!ReportBars.All.Contains(request.Bars))
            throw new AxflException("ReportBarsUnknown", ErrorKind.Configuration, $"{Spelling.Of("Bars")} is none of {string.Join(", ", ReportBars.All)}: '{request.Bars}'.") { Target = "Bars" };
        var directory = request.RunDirectory ?? throw new ArgumentException("A report is made of a run directory.", nameof(request));
        progress?.Report(new("reading the run", 0));
        var run = new RunReader(strategies(request.Plan), time).Read(directory, cancellation);
        var path = request.Path ?? Path.Combine(directory, ReportFile.DefaultName);
        KeptFiles.RefuseRun(path, directory, EarlierReport.Marker(run.Id), BarsOf(request.Plan));
        EarlierReport.RefuseOther(path, EarlierReport.Marker(run.Id), "run " + run.Id, request.Force);
        var bars = new RunBarsReader(run, request).Read(progress, cancellation);
        var again = PlayedAgain.Of(run, bars, request.Shadow, progress, cancellation);
        progress?.Report(new("writing the page", 0));
        var content = new ReportContent(run, bars, again, request.Bars);
        var page = ReportPage.Write(content, PageAssets.Embedded);
        cancellation.ThrowIfCancellationRequested();
        EarlierReport.Replace(path, page);
        return new ReportFile(run.Id, path, content.LeftOut) { Warnings = content.DamageNote is { } damage ? [damage] : [] };
    }

    // A file may be given for one symbol: EURUSD=eu.csv.
    private static IEnumerable<string> BarsOf(RunRequest plan) =>
        plan.DataPath.Select(p => Path.GetFullPath(p[(p.IndexOf('=', StringComparison.Ordinal) + 1)..], Path.GetFullPath(plan.WorkingDirectory)));
}
