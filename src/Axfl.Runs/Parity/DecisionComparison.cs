using Axfl.Contracts;
using Axfl.Engine.Gates;
using Axfl.Runs.Files;

namespace Axfl.Runs.Parity;

/// <summary>The decisions of two runs lined up: every order, and every blocked one with its numbers.</summary>
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
        new(Lineup<Decision>.OfGroups(
            RunDecisions.Read(left.Directory), RunDecisions.Read(right.Directory), d => EventTime.FromDateTime(d.Time), Identity, Same, cancellation));

    // What makes it the same decision of both runs, whatever came of it.
    private static (string, string, string, string, string) Identity(Decision d) => (d.Symbol, d.Strategy, d.Stage, d.Side, d.Type);

    // The detail of a refusal by the warm-up names the run's start, which no two live runs share; that it was refused is compared.
    private static bool Same(Decision l, Decision r) =>
        l.Result == GateList.Warmup.Name && r.Result == l.Result ? l with { Detail = "" } == r with { Detail = "" } : l == r;

    private static string Words(Decision? decision) => decision?.Explain() ?? "no decision";

    private static bool IsEnd(Decision? decision) => decision is { Stage: "cancel", Result: "end" };
}
