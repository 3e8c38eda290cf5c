using System.Text.Json;
using Axfl.Contracts;
using Axfl.PowerShell.Loading;
using Axfl.PowerShell.Runs;

namespace Axfl.PowerShell.Display;

/// <summary>How a run is at this moment, of whatever process it is.</summary>
/// <param name="Status">Its status; null before the first.</param>
/// <param name="WrittenAt">When it was written, UTC; null when nothing tells.</param>
/// <param name="Prices">What is known of each symbol's price; empty in a replay.</param>
internal sealed record RunNow(PortfolioStatus? Status, DateTime? WrittenAt, IReadOnlyList<PriceNow> Prices)
{
    /// <summary>Looks: at now.json, which a run renews each second; without one at what it last gave.</summary>
    /// <param name="directory">Run directory.</param>
    /// <exception cref="AxflException">What is there cannot be read.</exception>
    public static RunNow Of(string directory) => FromFile(Path.Combine(directory, "now.json")) ?? new RunNow(Last(directory), null, []);

    private static PortfolioStatus? Last(string directory)
    {
        if (RunRegistry.RunningIn(directory) is { } session) return session.Status;
        try
        {
            return RuntimeHost.Runtime.ReadStatus(directory);
        }
        catch (AxflException e) when (e.ErrorId == "StatusNotFound")
        {
            return null;
        }
    }

    private static RunNow? FromFile(string path)
    {
        if (!File.Exists(path)) return null;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = document.RootElement;
            var status = root.GetProperty("status");
            return new RunNow(
                status.ValueKind == JsonValueKind.Object ? RuntimeHost.Runtime.FromJson(status.GetRawText()) : null, root.GetProperty("written_at").GetDateTime().ToUniversalTime(),
                root.TryGetProperty("prices", out var prices) ? [.. prices.EnumerateArray().Select(PriceNow.Read)] : []);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            // It is being replaced, or of another version: what the run last gave is shown.
            return null;
        }
    }
}

/// <summary>The price of a symbol.</summary>
/// <param name="Symbol">Symbol.</param>
/// <param name="Mid">Last accepted price, mid; null before the first.</param>
/// <param name="Received">When it was received, UTC; null before the first.</param>
/// <param name="IsFresh">Whether entries may be made at it.</param>
/// <param name="Why">Why not; null: it is fresh.</param>
internal sealed record PriceNow(string Symbol, double? Mid, DateTime? Received, bool IsFresh, string? Why)
{
    /// <summary>Reads one of now.json.</summary>
    public static PriceNow Read(JsonElement price) => new(
        price.GetProperty("symbol").GetString()!,
        price.GetProperty("mid") is { ValueKind: JsonValueKind.Number } mid ? mid.GetDouble() : null,
        price.GetProperty("received") is { ValueKind: JsonValueKind.String } received ? received.GetDateTime().ToUniversalTime() : null,
        price.GetProperty("fresh").GetBoolean(),
        price.TryGetProperty("why", out var why) && why.ValueKind == JsonValueKind.String ? why.GetString() : null);
}
