using Axfl.Configuration.Yaml;

namespace Axfl.Configuration.Keys.Forms;

/// <summary>Any text.</summary>
/// <param name="wanted">What is needed, for messages.</param>
internal sealed class TextForm(string wanted) : ValueForm<string>
{
    public override string Read(Section section, string key, string fallback) => section.Word(key, fallback, wanted);

    public override string Write(string value) => YamlText.Quote(value);

    public override FormDescription Description => new("text", "", "\"type\": \"string\"");
}

/// <summary>A currency code, in capitals.</summary>
/// <param name="example">A code like it.</param>
/// <param name="hint">What a code is, for the message about a wrong one.</param>
internal sealed class CurrencyForm(string example, string hint) : ValueForm<string>
{
    public override string Read(Section section, string key, string fallback)
    {
        var text = section.Word(key, fallback, "a currency code like " + example).ToUpperInvariant();
        if (text.Length is >= 2 and <= 20 && text.All(char.IsAsciiLetterOrDigit)) return text;
        section.Log.Error(section.Node(key)!.Location, section.Path(key), $"'{Scalars.Cut(text)}' is not a currency code{hint} like {example}.");
        return fallback;
    }

    public override string Write(string value) => YamlText.Key(value);

    public override FormDescription Description => new("text", "letters and digits, 2 to 20", "\"type\": \"string\"");
}
