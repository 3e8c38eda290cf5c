using Axfl.Configuration.Yaml;

namespace Axfl.Configuration.Keys.Forms;

/// <summary>What the value of a key may be: how it is read, written, and described to a person and to an editor.</summary>
internal abstract class ValueForm<T>
{
    /// <summary>Reads a key and records it with its origin; absent or wrong (then a problem is logged): <paramref name="fallback"/>.</summary>
    public abstract T Read(Section section, string key, T fallback);

    /// <summary>The value as YAML on one line.</summary>
    public abstract string Write(T value);

    /// <summary>What it is, for people.</summary>
    public abstract FormDescription Description { get; }
}

/// <summary>A form for people, for editors and for completion.</summary>
/// <param name="Type"><c>number</c>, <c>whole number</c>, <c>true or false</c>, <c>word</c>, <c>text</c>, <c>time of day</c>, <c>time zone</c>, <c>list</c>, <c>map</c>.</param>
/// <param name="Range">Values it may have, in words; empty: any.</param>
/// <param name="Schema">Its members in a JSON schema, without braces.</param>
internal sealed record FormDescription(string Type, string Range, string Schema)
{
    /// <summary>Words it may be; empty: any.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
}
