using System.Globalization;
using Axfl.Contracts;

namespace Axfl.Research.Measures;

/// <summary>The verdict of a sweep in words.</summary>
internal static class VerdictText
{
    private const string About = "This is about these bars; costs and fills are those of the model.";

    /// <summary>A few sentences.</summary>
    public static string Of(SweepMeasure m) => string.Join(' ', ((string[])[Verdict(m), Selection(m), Edge(m), Holdout(m), About]).Where(static s => s.Length > 0));

    private static string Verdict(SweepMeasure m) => m.Verdict switch
    {
        "noise" => Text($"Noise: trial {m.Best!.Trial} is the best of {m.TriedEver} tried, and luck alone makes one as good (deflated {m.Deflated:0.00}, SPA p {m.SpaConsistent:0.00})."),
        "evidence" => Text($"Evidence: trial {m.Best!.Trial} is better than the best of {m.TriedEver} tried would be by luck (deflated {m.Deflated:0.00}, SPA p {m.SpaConsistent:0.00}), and {100 * m.Recommended!.NeighboursAbove:0} % of the neighbours of trial {m.Recommended.Trial} are above 0."),
        "weak" => Text($"Weak: trial {m.Best!.Trial} is neither plainly luck nor plainly better than the best of {m.TriedEver} tried (deflated {m.Deflated:0.00}, SPA p {m.SpaConsistent:0.00}){(m.Recommended?.NeighboursAbove is { } above ? Text($"; {100 * above:0} % of the neighbours of trial {m.Recommended.Trial} are above 0") : "")}."),
        _ => $"No verdict: {m.Undefined.Last(static u => u.Name == "Verdict").Reason}.",
    };

    private static string Selection(SweepMeasure m) => m.Selection switch
    {
        "informative" => Text($"Choosing the best is informative (PBO {m.Pbo:0.00})."),
        "doubtful" => Text($"Choosing the best is doubtful (PBO {m.Pbo:0.00})."),
        "arbitrary" => Text($"Choosing the best adds nothing (PBO {m.Pbo:0.00}): {(m.Recommended is { } r ? $"take the middle of the plateau, trial {r.Trial}." : "no trial is better than the others.")}"),
        _ => "",
    };

    private static string Edge(SweepMeasure m) => m.AtEdge.Count == 0 ? "" : $"The best lies at the end of {string.Join(", ", m.AtEdge)}: what is beyond was not tried.";

    private static string Holdout(SweepMeasure m) => m.HoldoutOpenedAt is { } at ? Text($"Holdout opened on {at:yyyy-MM-dd} for {Counted.Of(m.HoldoutTrials, "trial")}.") : "";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
