using Axfl.Configuration.Yaml;

namespace Axfl.Configuration.Keys.Forms;

/// <summary>One of a few words, each for a value of the plan.</summary>
internal sealed class WordForm<T>((string Word, T Value)[] words) : ValueForm<T>
    where T : struct
{
    public override T Read(Section section, string key, T fallback) => section.Choice(key, fallback, words);

    public override string Write(T value) => words.WordOf(value);

    public override FormDescription Description => WordList.Describe(words.Select(w => w.Word));
}

/// <summary>One of a few words, kept as it is.</summary>
internal sealed class WordForm(string[] words) : ValueForm<string>
{
    public override string Read(Section section, string key, string fallback) =>
        words[section.Choice(key, Array.IndexOf(words, fallback), [.. words.Select((w, i) => (w, i))])];

    public override string Write(string value) => value;

    public override FormDescription Description => WordList.Describe(words);
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
