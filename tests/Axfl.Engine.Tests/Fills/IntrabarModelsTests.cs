using Axfl.Engine.Fills;
using Axfl.Engine.Plan;

namespace Axfl.Engine.Tests.Fills;

public class IntrabarModelsTests
{
    [Fact]
    public void Each_policy_has_one_model_and_one_name()
    {
        Assert.Equal(Enum.GetValues<IntrabarPolicy>(), IntrabarModels.Names.Select(n => n.Policy).Order());
        Assert.Equal(IntrabarModels.Names.Count, IntrabarModels.Names.DistinctBy(n => n.Name).Count());
    }

    [Theory]
    [InlineData(IntrabarPolicy.Worst, typeof(Worst))]
    [InlineData(IntrabarPolicy.Path, typeof(PathOrder))]
    [InlineData(IntrabarPolicy.Best, typeof(Best))]
    [InlineData(IntrabarPolicy.Drill, typeof(Drill))]
    public void A_policy_makes_its_own_model(IntrabarPolicy policy, Type model) => Assert.IsType(model, IntrabarModels.Make(policy, [], null!, null!));
}
