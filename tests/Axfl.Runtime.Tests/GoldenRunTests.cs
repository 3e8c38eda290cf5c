using Axfl.Testing.Golden;
using System.Text.Json;
using Axfl.Runs.Files;

namespace Axfl.Runtime.Tests;

/// <summary>Whole replays against results computed by an independent program from the product's specification.</summary>
public class GoldenRunTests : IDisposable
{
    private readonly string _output = Directory.CreateTempSubdirectory("axfl-golden").FullName;

    public static TheoryData<string> Cases() => [.. GoldenFiles.Cases("cases", "cases-scripted", "cases-fine", "cases-guards")];

    /// <summary>Sets of real bars, where the environment names their folder; skipped, and counted as skipped, where it does not.</summary>
    public static TheoryData<string> Sets() => [.. GoldenPlan.Sets()];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_hand_made_case_gives_the_expected_trades_and_decisions(string name) =>
        await Verify(Path.Combine(AppContext.BaseDirectory, "data", name));

    [Theory]
    [MemberData(nameof(Sets))]
    public async Task A_set_of_real_bars_gives_the_expected_trades_and_decisions(string folder)
    {
        Assert.SkipUnless(Directory.Exists(folder), $"{GoldenPlan.SetsVariable} names no folder of sets.");
        await Verify(folder);
    }

    public void Dispose()
    {
        Directory.Delete(_output, recursive: true);
        GC.SuppressFinalize(this);
    }

    private async Task Verify(string folder)
    {
        var request = GoldenPlan.Request(folder) with { OutputDirectory = _output, RunId = "golden" };
        await using var replay = new AxflRuntime().Start(request, CancellationToken.None);
        await foreach (var _ in replay.Events)
        {
        }

        var summary = await replay.Completion;
        var trades = await File.ReadAllLinesAsync(Path.Combine(replay.Directory, "trades.csv"));
        GoldenFiles.AssertTrades(folder, trades[0], trades.Skip(1).Select(TradesCsv.Fields));
        Assert.Equal(GoldenFiles.Decisions(folder), GoldenFiles.Written(Path.Combine(replay.Directory, "decisions.jsonl")));
        using var expected = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "expected_summary.json")));
        Assert.Equal(expected.RootElement.GetProperty("ledger_hash").GetString(), summary.LedgerHash);
        using var written = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(replay.Directory, "summary.json")));
        GoldenFiles.AssertContains(expected.RootElement, written.RootElement);
    }
}
