using Axfl.Configuration.Yaml;
using Axfl.Engine.Plan;

namespace Axfl.Configuration.Keys.Forms;

/// <summary>The fills that pay slippage: <c>[entry, stop]</c>.</summary>
internal sealed class SlippageForm : ValueForm<SlippageOn>
{
    private static readonly string[] Words = ["entry", "stop", "time", "target"];
    private static readonly SlippageOn[] Fills = [SlippageOn.Entry, SlippageOn.Stop, SlippageOn.Time, SlippageOn.Target];

    public override SlippageOn Read(Section section, string key, SlippageOn fallback)
    {
        var value = fallback;
        if (section.Items(key, "a list like [entry, stop, time, target]") is { } items)
        {
            value = SlippageOn.None;
            foreach (var item in items)
                if (Scalars.Choice(item, section.Path(key), Words, section.Log) is { } at) value |= Fills[at];
        }

        section.Record(key, Write(value));
        return value;
    }

    public override string Write(SlippageOn value) => $"[{string.Join(", ", Words.Where((_, at) => (value & Fills[at]) != 0))}]";

    public override FormDescription Description => new("list", "of " + string.Join(", ", Words), $"\"type\": \"array\", \"items\": {{\"enum\": {WordList.Json(Words)}}}");
}
