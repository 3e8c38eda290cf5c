using Axfl.Configuration.Yaml;

namespace Axfl.Configuration.Keys;

/// <summary>A key whose value is a section of its own that is there unless null switches it off.</summary>
/// <param name="keys">Table of the section.</param>
/// <param name="usual">The section without keys.</param>
/// <param name="get">The part of the plan it is read into; null: switched off.</param>
/// <param name="with">The plan with another part.</param>
internal sealed class UsualSection<TPlan, TChild>(SectionKeys<TChild> keys, TChild usual, Func<TPlan, TChild?> get, Func<TPlan, TChild?, TPlan> with)
    : OptionalSection<TPlan, TChild>(keys, usual, get, with)
    where TChild : class
{
    public override TPlan Read(Section section, TPlan plan)
    {
        if (section.Node(Name) is not null) return base.Read(section, plan);
        section.Record(Name, Write(plan));
        return plan;
    }
}
