using Axfl.Contracts;

namespace Axfl.Runs.Events;

/// <summary>The state of the feed changed.</summary>
/// <param name="Time">When, unix ms.</param>
/// <param name="Feed">Its name.</param>
/// <param name="State">The state from now on, as the status names it.</param>
/// <param name="Detail">Why, in a sentence.</param>
public abstract record FeedChanged(long Time, string Feed, string State, string Detail) : RunNotice;

/// <summary>The feed gives no prices: it has lost its line, or has given up.</summary>
/// <param name="Time">When, unix ms.</param>
/// <param name="Feed">Its name.</param>
/// <param name="State">The state from now on, as the status names it.</param>
/// <param name="Detail">Why, in a sentence.</param>
/// <param name="RetryIn">Time to the next try; null: there is none.</param>
public sealed record FeedLost(long Time, string Feed, string State, string Detail, TimeSpan? RetryIn) : FeedChanged(Time, Feed, State, Detail)
{
    /// <inheritdoc/>
    public override NoticeLevel Level => NoticeLevel.Warning;

    /// <inheritdoc/>
    public override string Message => Text($"{At(Time)} {Feed}: {State}. {Detail}{(RetryIn is { } wait ? Text($" Next try in {Math.Max(0, wait.TotalSeconds):0.#} s.") : "")}");
}

/// <summary>The feed is being connected, is connected, or waits for the market to open.</summary>
/// <param name="Time">When, unix ms.</param>
/// <param name="Feed">Its name.</param>
/// <param name="State">The state from now on, as the status names it.</param>
/// <param name="Detail">Why, in a sentence.</param>
public sealed record FeedUp(long Time, string Feed, string State, string Detail) : FeedChanged(Time, Feed, State, Detail)
{
    /// <inheritdoc/>
    public override NoticeLevel Level => NoticeLevel.Information;

    /// <inheritdoc/>
    public override string Message => Text($"{At(Time)} {Feed}: {State}. {Detail}");
}

/// <summary>What the provider says of one symbol changed.</summary>
/// <param name="Time">When, unix ms.</param>
/// <param name="Symbol">Symbol; <c>feed</c>: the provider did not name it.</param>
/// <param name="State">subscribed, refused, halted or resumed.</param>
/// <param name="Detail">Why, in the provider's words where it had any.</param>
/// <param name="IsMuted">Whether it gives no prices from now on.</param>
public sealed record SymbolFeedChanged(long Time, string Symbol, string State, string Detail, bool IsMuted) : RunNotice
{
    /// <inheritdoc/>
    public override NoticeLevel Level => IsMuted ? NoticeLevel.Warning : NoticeLevel.Verbose;

    /// <inheritdoc/>
    public override string Message => $"{At(Time)} {Symbol}: {State}. {Detail}";
}

/// <summary>A symbol has had no price for too long in an open market, and something is done about it.</summary>
/// <param name="Time">When, unix ms.</param>
/// <param name="Symbol">Symbol.</param>
/// <param name="Why">Since when it has none, in words.</param>
/// <param name="Step">What is done.</param>
public sealed record SymbolSilent(long Time, string Symbol, string Why, string Step) : RunNotice
{
    /// <inheritdoc/>
    public override NoticeLevel Level => NoticeLevel.Warning;

    /// <inheritdoc/>
    public override string Message => $"{At(Time)} {Symbol} has {Why} in an open market: {Step}.";
}

/// <summary>A symbol that was silent has prices again.</summary>
/// <param name="Time">When that was found, unix ms.</param>
/// <param name="Symbol">Symbol.</param>
public sealed record PricesBack(long Time, string Symbol) : RunNotice
{
    /// <inheritdoc/>
    public override NoticeLevel Level => NoticeLevel.Information;

    /// <inheritdoc/>
    public override string Message => $"{At(Time)} {Symbol} has prices again.";
}

/// <summary>Prices of a silent symbol come, and are not used.</summary>
/// <param name="Time">When, unix ms.</param>
/// <param name="Symbol">Symbol.</param>
/// <param name="Why">Why the last was not used.</param>
public sealed record PricesRejected(long Time, string Symbol, string Why) : RunNotice
{
    /// <inheritdoc/>
    public override NoticeLevel Level => NoticeLevel.Warning;

    /// <inheritdoc/>
    public override string Message => $"{At(Time)} {Symbol}: its prices are not used, the last one because {Why}";
}
