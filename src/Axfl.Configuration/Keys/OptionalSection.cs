using Axfl.Configuration.Keys.Forms;
using Axfl.Configuration.Yaml;

namespace Axfl.Configuration.Keys;

/// <summary>A key whose value is a section of its own that is absent unless it is written.</summary>
/// <param name="keys">Table of the section.</param>
/// <param name="usual">The section without keys.</param>
/// <param name="get">The part of the plan it is read into; null: absent.</param>
/// <param name="with">The plan with another part.</param>
internal class OptionalSection<TPlan, TChild>(SectionKeys<TChild> keys, TChild usual, Func<TPlan, TChild?> get, Func<TPlan, TChild?, TPlan> with) : PlanKey<TPlan>, ISectionKey
    where TChild : class
{
    public override FormDescription Form => new("map", "or null", "\"type\": [\"object\", \"null\"]");

    public IReadOnlyList<string> ChildNames => keys.Names;

    public override IReadOnlyList<KeyDescription> Children(TPlan? defaults) => keys.Describe(usual);

    public override TPlan Read(Section section, TPlan plan)
    {
        if (section.MapOf(Name) is null)
        {
            section.Record(Name, "null");
            return with(plan, null);
        }

        return with(plan, keys.Read(section.Child(Name, keys.Names), usual));
    }

    public override string Write(TPlan plan) => get(plan) is { } child ? keys.Write(child) : "null";
}
