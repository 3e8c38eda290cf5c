using Axfl.Configuration.Yaml;
using Axfl.Contracts;

namespace Axfl.Configuration.Keys;

/// <summary>Reads the interval of a plan.</summary>
internal static class IntervalReader
{
    private static readonly Interval Default = new(5);

    /// <summary>One of <see cref="Interval.Names"/> in any of its spellings; default 5m.</summary>
    public static Interval Read(Section section, string key)
    {
        var names = string.Join(" ", Interval.Names);
        var text = section.Word(key, "5m", "one of " + names);
        if (Interval.TryParse(text, out var interval) && Interval.Names.Contains(interval.ToString())) return interval;
        section.Log.Error(section.Node(key)!.Place, section.Path(key), $"'{Scalars.Cut(text)}' is none of {names}.");
        return Default;
    }
}
