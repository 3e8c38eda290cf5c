using Axfl.Configuration.Yaml;
using Axfl.Engine.Plan;

namespace Axfl.Configuration.Keys.Forms;

/// <summary>The fills that pay slippage: <c>[entry, stop]</c>.</summary>
internal sealed class SlippageForm : ValueForm<SlippageOn>
{
    public override SlippageOn Read(Section section, string key, SlippageOn fallback)
    {
        var value = fallback;
        if (section.Items(key, "a list like [entry, stop, time, target]") is { } items)
        {
            value = items.Select(i => Scalars.Choice(i, section.Path(key), EnumNames.Slippage, section.Log)).OfType<SlippageOn>()
                .Aggregate(SlippageOn.None, (a, b) => a | b);
        }

        section.Record(key, Write(value));
        return value;
    }

    public override string Write(SlippageOn value) => EnumNames.Show(value);

    public override FormDescription Description
    {
        get
        {
            string[] words = [.. EnumNames.Slippage.Select(w => w.Word)];
            return new FormDescription("list", "of " + string.Join(", ", words), $"\"type\": \"array\", \"items\": {{\"enum\": {WordList.Json(words)}}}");
        }
    }
}
