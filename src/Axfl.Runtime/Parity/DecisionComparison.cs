using Axfl.Contracts;

namespace Axfl.Runtime;

/// <summary>The decisions of two runs lined up: every order, and every refusal with its numbers.</summary>
internal sealed class DecisionComparison
{
    private readonly Lineup<Decision> _decisions;

    private DecisionComparison(Lineup<Decision> decisions) => _decisions = decisions;

    /// <summary>As a row.</summary>
    public RunDifference Row => _decisions.Number == 0 ? new("decisions", _decisions.Compared, 0, "", "", "")
        : new("decisions", _decisions.Compared, _decisions.Different, $"decision {_decisions.Number}", Words(_decisions.Left), Words(_decisions.Right));

    /// <summary>The first difference; null: none.</summary>
    public Divergence? First
    {
        get
        {
            if (_decisions.Number == 0) return null;
            var (l, r) = (_decisions.Left, _decisions.Right);
            var time = EventTime.FromDateTime(l is null ? r!.Time : r is null || l.Time < r.Time ? l.Time : r.Time);
            return new Divergence($"decision {_decisions.Number}: {Words(l)} in A; {Words(r)} in B", time, time, time, IsEnd(l) != IsEnd(r));
        }
    }

    /// <summary>Reads and compares them.</summary>
    public static DecisionComparison Of(ComparedRun left, ComparedRun right, CancellationToken cancellation) =>
        new(Lineup<Decision>.Of(DecisionsFile.Read(left.FileOf(RunFiles.Decisions)), DecisionsFile.Read(right.FileOf(RunFiles.Decisions)), Equals, cancellation));

    private static string Words(Decision? decision) => decision?.Explain() ?? "no decision";

    private static bool IsEnd(Decision? decision) => decision is { Stage: "cancel", Result: "end" };
}
