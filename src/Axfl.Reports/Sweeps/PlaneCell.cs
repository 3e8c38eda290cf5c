namespace Axfl.Reports.Sweeps;

/// <summary>A cell of a map of two axes: the best of its trials.</summary>
/// <param name="Best">That trial; of equally good ones the first.</param>
/// <param name="Trials">How many there are in it.</param>
internal sealed record PlaneCell(TrialLine Best, int Trials)
{
    /// <summary>The cells of a map.</summary>
    /// <param name="content">The sweep.</param>
    /// <param name="across">Axis of the columns.</param>
    /// <param name="down">Axis of the rows; null: there is one row.</param>
    public static IReadOnlyDictionary<(int Down, int Across), PlaneCell> Of(SweepReportContent content, int across, int? down) =>
        content.Shown.GroupBy(l => (down is { } d ? content.Axes[d].Bin(l.Places[d]) : 0, content.Axes[across].Bin(l.Places[across])))
            .ToDictionary(static g => g.Key, static g => new PlaneCell(g.MaxBy(static l => l.Score)!, g.Count()));
}
