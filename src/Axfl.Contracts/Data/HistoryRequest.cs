namespace Axfl.Contracts;

/// <summary>What Save-AxflHistory and <c>axfl history save</c> ask for.</summary>
public sealed record HistoryRequest
{
    /// <summary>Symbols in any spelling.</summary>
    public required IReadOnlyList<string> Symbols { get; init; }

    /// <summary>Bar length, e.g. <c>5m</c>.</summary>
    public required string Interval { get; init; }

    /// <summary>First bar, inclusive, UTC.</summary>
    public required DateTime Since { get; init; }

    /// <summary>End, exclusive, UTC; null: now. Bars that are not complete are left out.</summary>
    public DateTime? Until { get; init; }

    /// <summary>auto, or the name of a provider.</summary>
    public string Source { get; init; } = "auto";

    /// <summary>Folder into which files are written, absolute.</summary>
    public required string DataDir { get; init; }

    /// <summary>Address of the server; null: the provider's own.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Whether a key may be sent over plain <c>http</c> to another machine than this. Default false: refused (<c>FeedEndpointPlain</c>).</summary>
    public bool AllowPlain { get; init; }
}

/// <summary>One file of history that was saved.</summary>
/// <param name="Symbol">Symbol.</param>
/// <param name="Path">File, absolute.</param>
/// <param name="Source">Provider.</param>
/// <param name="Reason">Why this provider.</param>
/// <param name="Bars">Bars in the file.</param>
/// <param name="Added">Of these: new.</param>
/// <param name="First">Open time of the first bar, UTC; null without bars.</param>
/// <param name="Last">Open time of the last bar, UTC; null without bars.</param>
public sealed record HistoryFile(string Symbol, string Path, string Source, string Reason, long Bars, long Added, DateTime? First, DateTime? Last);

/// <summary>How far a download is.</summary>
/// <param name="Symbol">Symbol in hand.</param>
/// <param name="Fraction">0 to 1, over all symbols.</param>
/// <param name="Bars">Bars received so far.</param>
/// <param name="Note">What it waits for, e.g. credits of the provider; empty: nothing.</param>
public sealed record HistoryProgress(string Symbol, double Fraction, long Bars, string Note);
