using System.Collections;
using Axfl.Configuration.Keys.Forms;
using Axfl.Configuration.Yaml;

namespace Axfl.Configuration.Keys;

/// <summary>The table of the keys of one section, in the order in which they are read and written.</summary>
/// <param name="example">How the section is written, for the message about a required key that is missing; empty: its reader says it.</param>
/// <param name="older">Keys of the older program that are read elsewhere.</param>
/// <param name="hint">Words for a key that does not belong here; empty: none.</param>
/// <param name="check">What else is looked at before the keys.</param>
internal sealed class SectionKeys<TPlan>(
    string example = "", IReadOnlyCollection<string>? older = null, Func<string, string>? hint = null, Action<Section>? check = null)
    : IEnumerable<PlanKey<TPlan>>
{
    private readonly List<PlanKey<TPlan>> _keys = [];
    private string[]? _names;

    /// <summary>Names of its keys.</summary>
    public IReadOnlyList<string> Names => _names ??= [.. _keys.Select(k => k.Name)];

    /// <summary>Adds a key that stands for a property of the plan.</summary>
    public void Add<TValue>(string name, ValueForm<TValue> form, string unit, string help, Func<TPlan, TValue> get, Func<TPlan, TValue, TPlan> with, bool required = false) =>
        _keys.Add(new ValueKey<TPlan>(() => form.Description, (section, plan) => with(plan, form.Read(section, name, get(plan))), plan => form.Write(get(plan)))
        { Name = name, Unit = unit, Help = help, Required = required });

    /// <summary>Adds any other key.</summary>
    public void Add(PlanKey<TPlan> key) => _keys.Add(key);

    /// <summary>Reads a section: <paramref name="defaults"/> with what it says.</summary>
    public TPlan Read(Section section, TPlan defaults)
    {
        section.AcceptOlder(older ?? []);
        section.RefuseUnknown(hint);
        check?.Invoke(section);
        if (example.Length > 0) RequireKeys(section);
        var plan = defaults;
        foreach (var key in _keys) plan = key.Read(section, plan);
        return plan;
    }

    /// <summary><c>{key: value, ...}</c>.</summary>
    public string Write(TPlan plan) =>
        $"{{{string.Join(", ", _keys.Select(k => k.Write(plan) is { } value ? $"{k.Name}: {value}" : null).Where(text => text is not null))}}}";

    /// <summary>One key a line.</summary>
    public void WriteLines(TPlan plan, string indent, Action<string> line)
    {
        foreach (var key in _keys) key.WriteLines(plan, indent, line);
    }

    /// <summary>Its keys for people, editors and completion.</summary>
    /// <param name="defaults">The plan of a section without keys; null: there is none to show.</param>
    public IReadOnlyList<KeyDescription> Describe(TPlan? defaults) => [.. _keys.Select(k => Describe(k, defaults))];

    private static KeyDescription Describe(PlanKey<TPlan> key, TPlan? defaults)
    {
        var children = key.Children(defaults);
        // A section's default is that of the keys within it.
        var shown = defaults is null || children.Count > 0 ? "" : key.Default(defaults);
        return new KeyDescription(key.Name, key.Form, key.Unit, shown, key.Help, key.Required, children);
    }

    private void RequireKeys(Section section)
    {
        foreach (var key in _keys)
        {
            if (key.Required && section.Node(key.Name) is null && section.Location is { } location)
                section.Log.Error(location, section.Path(key.Name), $"is missing; {example}.");
        }
    }

    public IEnumerator<PlanKey<TPlan>> GetEnumerator() => _keys.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
