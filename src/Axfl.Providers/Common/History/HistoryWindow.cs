using Axfl.Contracts;

namespace Axfl.Providers.Common.History;

/// <summary>A part of a period, fetched: all bars the provider has of it.</summary>
/// <param name="From">Inclusive, unix ms.</param>
/// <param name="Until">Exclusive, unix ms.</param>
/// <param name="Bars">Valid bars, ascending.</param>
/// <param name="Rejected">Bars that were not valid.</param>
/// <param name="Weekend">Bars stamped in the closed market.</param>
internal sealed record HistoryWindow(long From, long Until, IReadOnlyList<SidedBar> Bars, int Rejected, int Weekend)
{
    /// <summary>Time of the first bar that was not valid and what is wrong with it; empty: there is none.</summary>
    public string FirstRejected { get; init; } = "";
}

/// <summary>What is asked of a provider for one window.</summary>
/// <param name="Instrument">Symbol.</param>
/// <param name="Interval">Bar length.</param>
/// <param name="From">First open time, inclusive, unix ms.</param>
/// <param name="Until">End of the whole period, exclusive, unix ms; the window may end before.</param>
/// <param name="Progress">Told of waits.</param>
internal sealed record WindowRequest(Instrument Instrument, Interval Interval, long From, long Until, PageProgress Progress);

/// <summary>What a provider answered, not yet checked.</summary>
/// <param name="Bars">Bars in any order, some perhaps outside the window.</param>
/// <param name="Malformed">Bars with a field that is missing or no number.</param>
/// <param name="Through">Up to where the answer has all there is, exclusive, unix ms.</param>
/// <param name="Weekend">Bars already left out because they are stamped in the closed market.</param>
internal sealed record RawWindow(List<SidedBar> Bars, int Malformed, long Through, int Weekend = 0);

/// <summary>Bars of one answer.</summary>
/// <param name="Bars">Bars in the order they came.</param>
/// <param name="Malformed">Bars with a field that is missing or no number.</param>
internal sealed record RawBars(List<SidedBar> Bars, int Malformed = 0);
