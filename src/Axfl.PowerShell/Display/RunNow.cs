using System.Text.Json;
using Axfl.Contracts;

namespace Axfl.PowerShell.Display;

/// <summary>How a run is at this moment, of whatever process it is.</summary>
/// <param name="Status">Its status; null before the first.</param>
/// <param name="WrittenAt">When it was written, UTC; null when nothing tells.</param>
/// <param name="Prices">What is known of each symbol's price; empty in a replay.</param>
internal sealed record RunNow(PortfolioStatus? Status, DateTime? WrittenAt, IReadOnlyList<PriceNow> Prices)
{
    /// <summary>Looks: at now.json, which a run renews each second; without one at what it last gave.</summary>
    /// <param name="directory">Run directory.</param>
    /// <param name="runtime">Reads statuses.</param>
    /// <param name="own">Newest status of a run of this process; null: it is of another, or has given none.</param>
    /// <exception cref="AxflException">What is there cannot be read.</exception>
    public static RunNow Of(string directory, IAxflRuntime runtime, PortfolioStatus? own) =>
        FromFile(Path.Combine(directory, "now.json"), runtime) ?? new RunNow(own ?? Last(directory, runtime), null, []);

    private static PortfolioStatus? Last(string directory, IAxflRuntime runtime)
    {
        try
        {
            return runtime.ReadStatus(directory);
        }
        catch (AxflException e) when (e.ErrorId == "StatusNotFound")
        {
            return null;
        }
    }

    private static RunNow? FromFile(string path, IAxflRuntime runtime)
    {
        if (!File.Exists(path)) return null;
        try
        {
            var now = JsonSerializer.Deserialize(File.ReadAllBytes(path), NowFileJson.Default.NowFile);
            return now is null ? null : new RunNow(
                now.Status is { ValueKind: JsonValueKind.Object } status ? runtime.FromJson(status.GetRawText()) : null, now.WrittenAt.ToUniversalTime(),
                [.. (now.Prices ?? []).OfType<PriceNow>()]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or FormatException or AxflException)
        {
            // It is being replaced, or of another version: what the run last gave is shown.
            return null;
        }
    }
}

/// <summary>A look at a run, of whatever process it is.</summary>
/// <param name="Run">Run id.</param>
/// <param name="Now">How it is.</param>
/// <param name="Ended">How it ended; null: it is under way.</param>
internal sealed record RunLook(string Run, RunNow Now, RunReport? Ended)
{
    /// <summary>Looks.</summary>
    /// <param name="directory">Run directory.</param>
    /// <param name="runtime">Reads what is in it.</param>
    /// <param name="isOwn">Whether the run is under way in this process.</param>
    /// <param name="own">Its newest status then; null: it has given none.</param>
    /// <exception cref="AxflException">What is there cannot be read.</exception>
    public static RunLook At(string directory, IAxflRuntime runtime, bool isOwn, PortfolioStatus? own)
    {
        // First how it ended, then its state: a run that ends between the two is not shown as ended with the state of before.
        var report = isOwn ? null : runtime.DescribeRun(directory);
        var ended = report is { IsRunning: false } ? report : null;
        return new RunLook(Path.GetFileName(Path.TrimEndingDirectorySeparator(directory)), RunNow.Of(directory, runtime, own), ended);
    }
}
