using Axfl.Configuration.Keys.Forms;
using Axfl.Configuration.Yaml;

namespace Axfl.Configuration.Keys;

/// <summary>A key that stands for one property of the plan; its default is the property's own.</summary>
/// <remarks>Its value's type is known to the three functions alone: virtual methods of a generic type over a number would be compiled anew at each start.</remarks>
internal sealed class ValueKey<TPlan>(Func<FormDescription> describe, Func<Section, TPlan, TPlan> read, Func<TPlan, string> write) : PlanKey<TPlan>
{
    public override FormDescription Form => describe();

    public override TPlan Read(Section section, TPlan plan) => read(section, plan);

    public override string Write(TPlan plan) => write(plan);
}
