using Axfl.Contracts;
using Axfl.LiveHost;
using Axfl.Reports.Bars;
using Axfl.Reports.Content;
using Axfl.Reports.Numbers;
using Axfl.Reports.Reading;
using Axfl.Runs.Backtest;
using Axfl.Strategies.Catalogue;
using Axfl.Testing;

namespace Axfl.Reports.Tests;

/// <summary>Runs in a folder of their own, and their reports.</summary>
public sealed class ReportRuns : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    internal static readonly IReadOnlyList<StrategyDefinition> Strategies = [.. StrategyCatalogue.BuiltIn, StrategyCatalogue.FromType(typeof(ChurnStrategy), "tests")];

    internal string Folder => _folder.Path;

    internal string this[string run] => Path.Combine(_folder.Path, "runs", run);

    /// <summary>Replays simulated bars of the shipped plan.</summary>
    internal string Replay(string id, string since, string until, params string[] set) =>
        Replay(id, new RunRequest { Source = "simulated", Since = Time(since), Until = Time(until), Set = set });

    internal string Replay(string id, RunRequest request)
    {
        var run = Replays.Start(request with { OutputDirectory = _folder.Path, RunId = id, WorkingDirectory = _folder.Path }, Strategies, TimeProvider.System, CancellationToken.None);
        var events = run.Events.GetAsyncEnumerator();
        while (events.MoveNextAsync().AsTask().GetAwaiter().GetResult())
        {
            // To the end.
        }

        _ = run.Completion.GetAwaiter().GetResult();
        run.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return this[id];
    }

    /// <summary>A copy of a run of the test data.</summary>
    internal string Copy(string name)
    {
        var to = Directory.CreateDirectory(this[name]).FullName;
        foreach (var file in Directory.GetFiles(Repository.PathOf("tests", "data", "runs", name))) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        return to;
    }

    /// <summary>Writes the report of a run and reads it.</summary>
    internal static ReportText Report(string directory, string bars = ReportBars.Auto, bool shadow = true, Func<ReportRequest, ReportRequest>? change = null)
    {
        var request = new ReportRequest { RunDirectory = directory, Bars = bars, Shadow = shadow };
        var written = new ReportMaker(_ => Strategies, TimeProvider.System).Write(change?.Invoke(request) ?? request, null, CancellationToken.None);
        return new ReportText(File.ReadAllText(written.Path), written);
    }

    /// <summary>What a report would be made of.</summary>
    internal static ReportContent Content(string directory, string bars = ReportBars.Auto)
    {
        var run = new RunReader(Strategies, TimeProvider.System).Read(directory, CancellationToken.None);
        var series = new RunBarsReader(run, new ReportRequest { RunDirectory = directory, Bars = bars }).Read(null, CancellationToken.None);
        return new ReportContent(run, series, PlayedAgain.Of(run, series, true, null, CancellationToken.None), bars);
    }

    internal static DateTime Time(string iso) => EventTime.TryParseWritten(iso, out var time) ? time : throw new FormatException(iso);

    public void Dispose() => _folder.Dispose();
}
