using Axfl.Data.Disk;

namespace Axfl.Runs.Files;

/// <summary>now.json as it stands there, whole. Lists that are missing are empty.</summary>
/// <param name="Status">The newest status; null before the first.</param>
/// <param name="WrittenAt">When it was written, UTC.</param>
/// <param name="State">running, ended, stopped or failed.</param>
/// <param name="Prices">What is known of each symbol's price.</param>
/// <param name="Windows">Of each strategy the session that is open, else the next.</param>
/// <param name="Limits">How far daily limits are used; the portfolio first.</param>
/// <param name="Halts">Halts in force.</param>
/// <param name="LastTrades">The last trades closed, oldest first.</param>
/// <param name="LastRefusals">The last refusals, oldest first.</param>
internal sealed record NowState(
    StatusLine? Status, DateTime WrittenAt, string State, NowStatePrice[]? Prices, NowStateWindow[]? Windows, NowStateLimit[]? Limits, NowStateHalt[]? Halts,
    NowStateTrade[]? LastTrades, NowStateRefusal[]? LastRefusals)
{
    /// <summary>Reads it.</summary>
    /// <returns>Null when there is none, or none that can be read: it is being replaced, or of another version.</returns>
    public static NowState? Read(string path)
    {
        if (!File.Exists(path)) return null;
        try
        {
            var now = JsonReading.Read<NowState>(RegularFile.ReadAll(path, RunFiles.MostBytes));
            _ = now.Status?.ToStatus();
            return now;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException || JsonReading.IsDamage(e))
        {
            return null;
        }
    }
}

/// <summary>The price of a symbol.</summary>
/// <param name="Symbol">Symbol.</param>
/// <param name="Mid">Mid; null before the first.</param>
/// <param name="Bid">Bid; null where only a mid is known.</param>
/// <param name="Ask">Ask; null likewise.</param>
/// <param name="Stamped">Its time by the source, UTC; null before the first.</param>
/// <param name="Received">When it came, UTC; null in a replay.</param>
/// <param name="Fresh">Whether entries may be made at it.</param>
/// <param name="Why">Why not; null: it is fresh.</param>
internal sealed record NowStatePrice(string Symbol, double? Mid, double? Bid, double? Ask, DateTime? Stamped, DateTime? Received, bool Fresh, string? Why);

/// <summary>A session of a strategy, UTC.</summary>
/// <param name="Strategy">Strategy id.</param>
/// <param name="Start">Inclusive.</param>
/// <param name="End">Exclusive.</param>
internal sealed record NowStateWindow(string Strategy, DateTime Start, DateTime End);

/// <summary>How far daily limits are used.</summary>
/// <param name="Strategy">Strategy id; null: the portfolio.</param>
/// <param name="R">Realised R of the trading day.</param>
/// <param name="StopR">Daily stop, R; null: none.</param>
/// <param name="Trades">Entries filled on the trading day.</param>
/// <param name="MaxTrades">Most entries a day; null: no limit.</param>
internal sealed record NowStateLimit(string? Strategy, double R, double? StopR, int Trades, int? MaxTrades);

/// <summary>A halt in force.</summary>
/// <param name="Halt">Gate that blocks for it.</param>
/// <param name="Strategy">Strategy id; null: the portfolio.</param>
/// <param name="Until">When it ends, UTC; null: not known.</param>
internal sealed record NowStateHalt(string Halt, string? Strategy, DateTime? Until);

/// <summary>A trade closed.</summary>
internal sealed record NowStateTrade(string Symbol, string Strategy, string Side, DateTime ExitTime, double Exit, string Reason, double R, double Pnl);

/// <summary>A refusal.</summary>
internal sealed record NowStateRefusal(DateTime Time, string Symbol, string Strategy, string Side, string Stage, string Result, string Type, double Price, string Detail);
