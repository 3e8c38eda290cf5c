using Axfl.Configuration.Keys.Forms;
using Axfl.Configuration.Yaml;

namespace Axfl.Configuration.Keys;

/// <summary>A key whose reading needs more than its own value, or whose value is more than one property.</summary>
internal sealed class SpecialKey<TPlan>(FormDescription form, Func<Section, TPlan, TPlan>? read, Func<TPlan, string?>? write, string? shownDefault = null) : PlanKey<TPlan>
{
    public override FormDescription Form => form;

    public override TPlan Read(Section section, TPlan plan) => read is null ? plan : read(section, plan);

    public override string? Write(TPlan plan) => write?.Invoke(plan);

    public override string Default(TPlan defaults) => shownDefault ?? base.Default(defaults);

    /// <summary>Writes lines of its own; null: one line.</summary>
    public Action<TPlan, string, Action<string>>? Lines { get; init; }

    public override void WriteLines(TPlan plan, string indent, Action<string> line)
    {
        if (Lines is null) base.WriteLines(plan, indent, line);
        else Lines(plan, indent, line);
    }
}
