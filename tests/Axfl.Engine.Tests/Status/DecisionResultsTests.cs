using Axfl.Engine.Results;
using Axfl.Engine.Status;

namespace Axfl.Engine.Tests.Status;

/// <summary>The places of results, by which files and snapshots count them.</summary>
public class DecisionResultsTests
{
    [Fact]
    public void Each_result_is_found_at_its_own_place() =>
        Assert.Equal(Enumerable.Range(0, DecisionResults.InOrder.Count), DecisionResults.InOrder.Select(DecisionResults.IndexOf));

    [Fact]
    public void What_is_no_result_has_no_place()
    {
        var error = Assert.Throws<ArgumentException>(() => DecisionResults.IndexOf(new Stranger()));
        Assert.Contains("stranger", error.Message, StringComparison.Ordinal);
    }

    private sealed class Stranger() : DecisionResult("stranger", DecisionKind.Blocked)
    {
        internal override string Detail(in DecisionRecord decision) => "";
    }
}
