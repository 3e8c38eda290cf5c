using Axfl.Contracts;
using Axfl.Engine.Portfolio;

namespace Axfl.Providers.Common.History;

/// <summary>Historical bars of a provider.</summary>
public interface IHistory : IDisposable
{
    /// <summary><c>csv</c>, or the name of a provider.</summary>
    string Name { get; }

    /// <summary>
    /// Complete bars with from &lt;= open time &lt; until, ascending, each once, valid and inside the FX week; mid prices with measured
    /// spreads where the provider has bid and ask. Their <see cref="StepBar.Symbol"/> is 0. Retries and pages by itself.
    /// </summary>
    /// <param name="instrument">Symbol.</param>
    /// <param name="interval">Bar length.</param>
    /// <param name="from">Inclusive, unix ms.</param>
    /// <param name="until">Exclusive, unix ms; bars whose end lies in the future are left out.</param>
    /// <param name="progress">Told of each page and each wait; null: nobody listens.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="FeedException">The provider cannot give them; its class says what to do.</exception>
    Task<IReadOnlyList<StepBar>> Fetch(
        Instrument instrument, Interval interval, long from, long until, IProgress<HistoryPage>? progress, CancellationToken cancellationToken);
}

/// <summary>One page of a download, or a wait in it.</summary>
/// <param name="Bars">Bars so far.</param>
/// <param name="Through">Open time of the last of them, unix ms; long.MinValue before the first.</param>
/// <param name="Waiting">What it waits for, e.g. <c>credits of twelvedata, 23 s</c>; empty: nothing.</param>
public readonly record struct HistoryPage(long Bars, long Through, string Waiting)
{
    /// <summary>Bars so far that are left out because they cannot be traded on.</summary>
    public int Rejected { get; init; }

    /// <summary>Time of the first of them and what is wrong with it; empty: there is none.</summary>
    public string FirstRejected { get; init; } = "";
}
