using Axfl.Engine.Exits;
using Axfl.Engine.Results;
using Axfl.Engine.Status;
using Axfl.Runs.Journal.State;

namespace Axfl.Runs.Tests.Journal.State;

/// <summary>What there is once and for all comes out of a written state as the same object.</summary>
public class StateConstantTests
{
    [Fact]
    public void Every_result_of_a_decision_is_found_again_by_its_name()
    {
        var results = StateConstant.Of(typeof(DecisionResult))!;
        Assert.All(DecisionResults.InOrder, r => Assert.Same(r, results.Find(results.NameOf(r))));
        Assert.Null(results.Find(results.NameOf(null)));
    }

    [Fact]
    public void Every_reason_to_close_is_found_again_by_its_name()
    {
        var reasons = StateConstant.Of(typeof(ExitReason))!;
        Assert.All(ExitReasons.InOrder, r => Assert.Same(r, reasons.Find(reasons.NameOf(r))));
    }

    [Fact]
    public void A_name_of_another_version_is_invalid_data() =>
        Assert.Throws<InvalidDataException>(() => StateConstant.Of(typeof(ExitReason))!.Find("moon_phase"));

    [Fact]
    public void No_other_type_has_any() => Assert.Null(StateConstant.Of(typeof(DecisionStage)));
}
