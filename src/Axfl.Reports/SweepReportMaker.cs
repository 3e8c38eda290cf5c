using Axfl.Contracts;
using Axfl.Reports.Page;
using Axfl.Reports.Sweeps;
using Axfl.Research.Measures;
using Axfl.Research.Store;

namespace Axfl.Reports;

/// <summary>Makes reports of sweeps.</summary>
/// <param name="time">Clock, for the store's connection; nothing of it is in the report.</param>
/// <param name="environment">Reads environment variables.</param>
public sealed class SweepReportMaker(TimeProvider time, Func<string, string?> environment)
{
    /// <summary>Writes the report of a sweep.</summary>
    /// <param name="request">Which sweep, of which store, and where.</param>
    /// <param name="progress">Takes what is being worked out.</param>
    /// <param name="cancellation">Stops it; nothing is written then.</param>
    /// <exception cref="AxflException">As <see cref="IAxflRuntime.WriteSweepReport"/> says.</exception>
    public SweepReportFile Write(SweepReportRequest request, IProgress<string>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var path = request.Path ?? Path.Combine(request.Store.WorkingDirectory, SweepReportFile.DefaultName(request.Sweep));
        KeptFiles.RefuseSweep(path, StoreLocation.Files(request.Store, environment));
        EarlierReport.RefuseOther(path, EarlierReport.SweepMarker(request.Sweep), "sweep " + request.Sweep, request.Force);
        var page = SweepPage.Write(Read(request, progress, cancellation), PageAssets.Sweep);
        progress?.Report("writing the page");
        cancellation.ThrowIfCancellationRequested();
        EarlierReport.Replace(path, page);
        return new SweepReportFile(request.Sweep, path);
    }

    private SweepReportContent Read(SweepReportRequest request, IProgress<string>? progress, CancellationToken cancellation)
    {
        using var store = StoreLocation.Open(request.Store, StoreAccess.Read, time, environment);
        return new SweepReportContent(MeasuredSweep.Read(store, request.Sweep, progress, cancellation));
    }
}
