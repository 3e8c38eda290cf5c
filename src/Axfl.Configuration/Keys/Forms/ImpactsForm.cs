using Axfl.Configuration.Yaml;
using Axfl.Engine.Plan;

namespace Axfl.Configuration.Keys.Forms;

/// <summary>Impacts of news: <c>[medium, high]</c>.</summary>
internal sealed class ImpactsForm : ValueForm<NewsImpacts>
{
    private static readonly string[] Words = ["low", "medium", "high", "holiday"];
    private static readonly NewsImpacts[] Impacts = [NewsImpacts.Low, NewsImpacts.Medium, NewsImpacts.High, NewsImpacts.Holiday];

    public override NewsImpacts Read(Section section, string key, NewsImpacts fallback)
    {
        var value = fallback;
        if (section.Items(key, "a list like [medium, high]") is { } items)
        {
            value = NewsImpacts.None;
            if (items.Count == 0) section.Log.Error(section.Node(key)!.Location, section.Path(key), "is empty: no event would count.");
            foreach (var item in items)
                if (Scalars.Choice(item, section.Path(key), Words, section.Log) is { } at) value |= Impacts[at];
        }

        section.Record(key, Write(value));
        return value;
    }

    public override string Write(NewsImpacts value) => $"[{string.Join(", ", Words.Where((_, at) => (value & Impacts[at]) != 0))}]";

    public override FormDescription Description =>
        new("list", "of " + string.Join(", ", Words), $"\"type\": \"array\", \"minItems\": 1, \"items\": {{\"enum\": {WordList.Json(Words)}}}");
}
