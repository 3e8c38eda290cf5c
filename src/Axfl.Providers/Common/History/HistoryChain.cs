using Axfl.Contracts;
using Axfl.Engine.Portfolio;

namespace Axfl.Providers.Common.History;

/// <summary>Several sources of history in order: each request goes to the first that can answer it.</summary>
/// <param name="histories">Sources, best first; owned.</param>
public sealed class HistoryChain(IReadOnlyList<IHistory> histories) : IHistory
{
    private string? _last;

    /// <summary>The source that answered last; before that all of them.</summary>
    public string Name => Volatile.Read(ref _last) ?? string.Join(", ", Names);

    /// <summary>Names of the sources, in order.</summary>
    public IReadOnlyList<string> Names => [.. histories.Select(h => h.Name)];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StepBar>> Fetch(
        Instrument instrument, Interval interval, long from, long until, IProgress<HistoryPage>? progress, CancellationToken cancellationToken) =>
        (await Ask(instrument, interval, from, until, progress, cancellationToken)).Bars;

    /// <summary>As <see cref="Fetch"/>, with the source that answered and what those before it said; they are told to the listener too.</summary>
    /// <exception cref="FeedException">All failed (<c>HistoryUnavailable</c>): the message has what each said. Transient when one of them may do better later.</exception>
    public async Task<HistoryAnswer> Ask(
        Instrument instrument, Interval interval, long from, long until, IProgress<HistoryPage>? progress, CancellationToken cancellationToken)
    {
        var said = new List<string>();
        var errors = new List<FeedException>();
        foreach (var history in histories)
        {
            try
            {
                var bars = await history.Fetch(instrument, interval, from, until, progress, cancellationToken);
                Volatile.Write(ref _last, history.Name);
                return new HistoryAnswer(bars, history.Name, said);
            }
            catch (FeedException e)
            {
                errors.Add(e);
                said.Add($"{history.Name}: {e.Message}");
                progress?.Report(new HistoryPage(0, long.MinValue, "the next source of history, since " + said[^1]));
            }
        }

        throw Unavailable(instrument.Symbol, errors, said);
    }

    /// <summary>The error when no source is left.</summary>
    public static FeedException Unavailable(string symbol, IReadOnlyList<FeedException> errors, IReadOnlyList<string> said)
    {
        var passing = errors.Any(e => e.ErrorClass is FeedErrorClass.Transient or FeedErrorClass.Throttled or FeedErrorClass.BadResponse);
        var errorClass = errors.Count == 0 ? FeedErrorClass.BadRequest : passing ? FeedErrorClass.Transient : errors[^1].ErrorClass;
        return new FeedException("HistoryUnavailable", errorClass, $"No source of history has {symbol}. {string.Join(" ", said)}") { Target = symbol };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var history in histories) history.Dispose();
    }
}

/// <summary>What a chain of sources gave.</summary>
/// <param name="Bars">Bars.</param>
/// <param name="Source">Who gave them.</param>
/// <param name="Said">Why those before it did not, each with its name.</param>
public sealed record HistoryAnswer(IReadOnlyList<StepBar> Bars, string Source, IReadOnlyList<string> Said);
