namespace Axfl.Contracts;

/// <summary>What the news calendar says of the symbols of the plan.</summary>
/// <param name="Next">Time of the next event that covers one of them, UTC; null: none is known.</param>
/// <param name="Title">What it is; null: none is known.</param>
/// <param name="Currencies">Its currencies; <c>ALL</c> stands for every one.</param>
/// <param name="Active">Whether entries on one of them are blocked now because of an event.</param>
public sealed record NewsStatus(DateTime? Next, string? Title, IReadOnlyList<string> Currencies, bool Active)
{
    /// <summary>Its currencies; <c>ALL</c> stands for every one.</summary>
    public IReadOnlyList<string> Currencies { get; init => field = ShownList<string>.Of(value); } = ShownList<string>.Of(Currencies);

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant(
        $"{(Active ? "active, " : "")}{(Next is { } next ? FormattableString.Invariant($"next {string.Join(' ', Currencies)} {Title} {next:yyyy-MM-dd'T'HH:mm:ss'Z'}") : "no event ahead")}");
}

/// <summary>The factor of risk parity on the risk of a symbol's trades.</summary>
/// <param name="Symbol">Symbol.</param>
/// <param name="Factor">Factor of the trading day; 1 until enough days are known.</param>
public sealed record ParityStatus(string Symbol, double Factor)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Symbol} {Factor:0.00}");
}

/// <summary>Net positions on one currency.</summary>
/// <param name="Currency">Currency; a metal counts as one.</param>
/// <param name="Net">Long positions less short ones.</param>
public sealed record CurrencyNetStatus(string Currency, int Net)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Currency} {Net:+0;-0;0}");
}
