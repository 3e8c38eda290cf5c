using Axfl.Configuration.Keys.Forms;
using Axfl.Configuration.Yaml;

namespace Axfl.Configuration.Keys;

/// <summary>A key that stands for one property of the plan; its default is the property's own.</summary>
internal sealed class ValueKey<TPlan, TValue>(ValueForm<TValue> form, Func<TPlan, TValue> get, Func<TPlan, TValue, TPlan> with) : PlanKey<TPlan>
{
    public override FormDescription Form => form.Description;

    public override TPlan Read(Section section, TPlan plan) => with(plan, form.Read(section, Name, get(plan)));

    public override string Write(TPlan plan) => form.Write(get(plan));
}
