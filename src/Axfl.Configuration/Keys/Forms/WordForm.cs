using Axfl.Configuration.Yaml;

namespace Axfl.Configuration.Keys.Forms;

/// <summary>One of a few words, kept as it is.</summary>
internal sealed class WordForm(params string[] words) : ValueForm<string>
{
    public override string Read(Section section, string key, string fallback) => words[section.Choice(key, Array.IndexOf(words, fallback), words)];

    public override string Write(string value) => value;

    public override FormDescription Description => WordList.Describe(words);
}

/// <summary>One of two words, for false and for true.</summary>
internal sealed class EitherForm(string no, string yes) : ValueForm<bool>
{
    private readonly WordForm _words = new(no, yes);

    public override bool Read(Section section, string key, bool fallback) => _words.Read(section, key, Write(fallback)) == yes;

    public override string Write(bool value) => value ? yes : no;

    public override FormDescription Description => _words.Description;
}

/// <summary>A choice of words, for people and editors.</summary>
internal static class WordList
{
    public static FormDescription Describe(IEnumerable<string> words)
    {
        string[] all = [.. words];
        return new FormDescription("word", string.Join(", ", all), $"\"enum\": {Json(all)}") { Words = all };
    }

    public static string Json(IEnumerable<string> words) => $"[{string.Join(", ", words.Select(w => $"\"{w}\""))}]";
}
