using Axfl.Configuration.Keys.Forms;
using Axfl.Configuration.Yaml;

namespace Axfl.Configuration.Keys;

/// <summary>One key of a section of a sessions file: reading, writing, the schema for editors, completion and the documentation all come from it.</summary>
/// <typeparam name="TPlan">The part of the plan that the section is read into.</typeparam>
internal abstract class PlanKey<TPlan>
{
    /// <summary>The key.</summary>
    public required string Name { get; init; }

    /// <summary>Unit of its value; empty: none.</summary>
    public string Unit { get; init; } = "";

    /// <summary>What it does, in one sentence.</summary>
    public required string Help { get; init; }

    /// <summary>Whether a section without it is an error.</summary>
    public bool Required { get; init; }

    /// <summary>What its value may be.</summary>
    public abstract FormDescription Form { get; }

    /// <summary>Keys within its value; empty unless it is a section.</summary>
    public virtual IReadOnlyList<KeyDescription> Children(TPlan? defaults) => [];

    /// <summary>The plan with what the section says of the key; absent: as it was.</summary>
    public abstract TPlan Read(Section section, TPlan plan);

    /// <summary>The value as YAML on one line; null: the effective plan does without the key.</summary>
    public abstract string? Write(TPlan plan);

    /// <summary>The default for people, from the plan that a file without the key gives.</summary>
    public virtual string Default(TPlan defaults) => Required ? "" : Write(defaults) ?? "";

    /// <summary>Writes the key's line or lines.</summary>
    public virtual void WriteLines(TPlan plan, string indent, Action<string> line)
    {
        if (Write(plan) is { } value) line($"{indent}{Name}: {value}");
    }
}
