using Axfl.Configuration;
using Axfl.Contracts;
using Axfl.Research.Trials;
using Axfl.Runs.Backtest;
using Axfl.Strategies.Catalogue;
using Axfl.Testing;

namespace Axfl.Research.Tests.Trials;

/// <summary>Three weeks of the small sessions file over simulated bars, as a trial and as a run.</summary>
internal sealed class SmallTrial : IDisposable
{
    private readonly SessionsFiles _sessions = new(SessionsFiles.Small);

    /// <summary>Folder of its runs.</summary>
    public string Output { get; } = Directory.CreateTempSubdirectory("axfl-trial").FullName;

    /// <summary>The request of its run.</summary>
    public RunRequest Request => new()
    {
        SessionsPath = _sessions.Path, Source = "simulated", OutputDirectory = Output, WorkingDirectory = Output,
        Since = new DateTime(2025, 7, 14, 0, 0, 0, DateTimeKind.Utc), Until = new DateTime(2025, 8, 2, 0, 0, 0, DateTimeKind.Utc),
    };

    /// <summary>Its bars and what came of it.</summary>
    public (LoadedBars Bars, TrialResult Trial) Run()
    {
        var bars = LoadedBars.Read(Request, SessionsLoader.Load(Request, StrategyCatalogue.BuiltIn), null, CancellationToken.None);
        return (bars, TrialRun.Run(bars.Run.Engine, bars.Bars, bars.TradedTimes(), null, CancellationToken.None));
    }

    /// <summary>The replay of its plan, with all files.</summary>
    public async Task<RunSummary> Replay()
    {
        await using var run = new Runtime.AxflRuntime().Start(Request, CancellationToken.None);
        await foreach (var _ in run.Events)
        {
            // Read to the end.
        }

        return await run.Completion;
    }

    public void Dispose()
    {
        Directory.Delete(Output, recursive: true);
        _sessions.Dispose();
    }
}
