namespace Axfl.Runs.Fold;

/// <summary>What is known of a symbol's price now.</summary>
/// <param name="Symbol">Symbol.</param>
/// <param name="Mid">Last accepted price, quote currency; null before the first.</param>
/// <param name="Bid">Bid of it; null where the feed has no quotes.</param>
/// <param name="Ask">Ask of it; null where the feed has no quotes.</param>
/// <param name="Stamped">Its time as the provider says, unix ms; null before the first.</param>
/// <param name="Received">When it was received, unix ms, of this machine's clock corrected by its skew; null before the first, or where an older journal does not say.</param>
/// <param name="Fresh">Whether entries may be taken on it.</param>
/// <param name="Why">Why it is not fresh, for a person; null when it is.</param>
internal sealed record PriceSnapshot(string Symbol, double? Mid, double? Bid, double? Ask, long? Stamped, long? Received, bool Fresh, string? Why);
