using System.Globalization;
using Axfl.Configuration;
using Axfl.Contracts;
using Axfl.Runs.Backtest;
using Axfl.Runtime;
using Axfl.Strategies.Catalogue;
using Axfl.Testing;

namespace Axfl.Research.Tests.StrategyTests;

/// <summary>Tests of strategies over simulated bars of six weeks, without other processes.</summary>
internal static class StrategyTestRun
{
    public static readonly DateTime Since = new(2025, 7, 14, 0, 0, 0, DateTimeKind.Utc), Until = new(2025, 8, 9, 0, 0, 0, DateTimeKind.Utc);

    public static string Leaky => Path.Combine(AppContext.BaseDirectory, "LeakyStrategies.dll");

    public static string Examples => Path.Combine(AppContext.BaseDirectory, "ExampleStrategies.dll");

    public static StrategyReport Of(string strategy, params string[] set) => Of(Request(strategy, set));

    public static StrategyReport Of(StrategyTestRequest request) => new AxflRuntime().StrategyTests.Run(request, null, CancellationToken.None);

    public static StrategyTestRequest Request(string strategy, params string[] set) => new(strategy)
    {
        Cuts = 8,
        Run = new RunRequest { Source = "simulated", Since = Since, Until = Until, Set = set, StrategyAssemblies = [Leaky, Examples] },
    };

    public static StrategyCheck Check(StrategyReport report, string name) => report.Checks.Single(c => c.Name == name);

    /// <summary>A file of all the bars of the test: what a person would call the data.</summary>
    public static string WriteFuture(string folder)
    {
        using var sessions = new SessionsFiles("portfolio: {symbols: [EURUSD], warmup_days: 10, strategies: [{name: orb, windows: [{start: \"00:00\", end: \"24:00\"}]}]}");
        var request = new RunRequest { SessionsPath = sessions.Path, Source = "simulated", Since = Since, Until = Until };
        var bars = LoadedBars.Read(request, SessionsLoader.Load(request, StrategyCatalogue.BuiltIn), null, CancellationToken.None).Bars[0].Bars;
        var path = Path.Combine(folder, "future.csv");
        File.WriteAllLines(path, bars.ToArray().Select(b => string.Create(CultureInfo.InvariantCulture, $"{b.Time},{b.Open},{b.High},{b.Low},{b.Close}")));
        return path;
    }
}
