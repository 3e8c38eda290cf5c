using Axfl.Configuration.Yaml;
using Axfl.Contracts;

namespace Axfl.Configuration.Keys.Forms;

/// <summary>A bar's length: one of <see cref="Interval.Names"/>, in any of its spellings.</summary>
internal sealed class IntervalForm : ValueForm<Interval>
{
    public override Interval Read(Section section, string key, Interval fallback)
    {
        var names = string.Join(" ", Interval.Names);
        var text = section.Word(key, fallback.ToString(), "one of " + names);
        if (Interval.TryParse(text, out var interval) && Interval.Names.Contains(interval.ToString())) return interval;
        section.Log.Error(section.Node(key)!.Location, section.Path(key), $"'{Scalars.Cut(text)}' is not one of {names}.");
        return fallback;
    }

    public override string Write(Interval value) => value.ToString();

    public override FormDescription Description => WordList.Describe(Interval.Names);
}
