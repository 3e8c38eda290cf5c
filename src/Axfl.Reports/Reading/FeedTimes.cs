namespace Axfl.Reports.Reading;

/// <summary>The states of a feed over the time of a run.</summary>
/// <param name="began">When prices began, unix ms.</param>
internal sealed class FeedTimes(long began)
{
    /// <summary>No process runs.</summary>
    public const string Stopped = "stopped";

    private const string Live = "live", Closed = "market closed";

    private readonly List<(long At, string State, string Detail)> _states = [(began, "connecting", "")];

    /// <summary>A state from now on.</summary>
    public void Take(long time, string state, string detail) => _states.Add((Math.Max(time, _states[^1].At), state, detail));

    /// <summary>The stretches up to the last line.</summary>
    public IReadOnlyList<Outage> Until(long ended) =>
    [
        .. _states.Select((s, i) => new Outage(s.At, Math.Max(s.At, i + 1 < _states.Count ? _states[i + 1].At : ended), s.State, s.Detail)).Where(s => s.To > s.From),
    ];

    /// <summary>Whether a stretch counts: the market was open, as far as the run knew.</summary>
    public static bool Counts(Outage stretch) => stretch.State != Closed;

    /// <summary>Share of the time that counts in which prices could come; null: none counts.</summary>
    public static double? Connected(IReadOnlyList<Outage> stretches)
    {
        double all = stretches.Where(Counts).Sum(s => s.To - s.From), live = stretches.Where(s => s.State == Live).Sum(s => s.To - s.From);
        return all > 0 ? live / all : null;
    }

    /// <summary>The stretches in which none could, the first connection left out.</summary>
    public static IReadOnlyList<Outage> Outages(IReadOnlyList<Outage> stretches) => [.. stretches.SkipWhile(s => s.State == "connecting").Where(s => s.State is not (Live or Closed))];
}
