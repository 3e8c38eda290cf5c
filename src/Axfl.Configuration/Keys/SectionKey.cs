using Axfl.Configuration.Keys.Forms;
using Axfl.Configuration.Yaml;

namespace Axfl.Configuration.Keys;

/// <summary>A key whose value is a section of its own.</summary>
/// <param name="keys">Table of the section.</param>
/// <param name="get">The part of the plan it is read into.</param>
/// <param name="with">The plan with another part.</param>
internal sealed class SectionKey<TPlan, TChild>(SectionKeys<TChild> keys, Func<TPlan, TChild> get, Func<TPlan, TChild, TPlan> with) : PlanKey<TPlan>, ISectionKey
{
    /// <summary>Whether each key is written on a line of its own.</summary>
    public bool IsBlock { get; init; }

    public override FormDescription Form => new("map", "", "\"type\": [\"object\", \"null\"]");

    public IReadOnlyList<string> ChildNames => keys.Names;

    public override IReadOnlyList<KeyDescription> Children(TPlan? defaults) => keys.Describe(defaults is null ? default : get(defaults));

    public override TPlan Read(Section section, TPlan plan) => with(plan, keys.Read(section.Child(Name, keys.Names), get(plan)));

    public override string Write(TPlan plan) => keys.Write(get(plan));

    public override void WriteLines(TPlan plan, string indent, Action<string> line)
    {
        if (IsBlock)
        {
            line($"{indent}{Name}:");
            keys.WriteLines(get(plan), indent + "  ", line);
        }
        else base.WriteLines(plan, indent, line);
    }
}

/// <summary>A key that has keys within.</summary>
internal interface ISectionKey
{
    /// <summary>Their names.</summary>
    IReadOnlyList<string> ChildNames { get; }
}
