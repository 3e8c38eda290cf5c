using Axfl.Configuration.Plan;
using Axfl.Configuration.Yaml;

namespace Axfl.Configuration.Keys.Forms;

/// <summary>Kinds of alerts: <c>[trade, halt]</c>.</summary>
internal sealed class AlertEventsForm : ValueForm<AlertEvents>
{
    private static readonly AlertEvents[] Events = [.. Enum.GetValues<AlertEvents>().Where(e => e is not (AlertEvents.None or AlertEvents.Usual))];
    private static readonly string[] Words = [.. Events.Select(e => e.ToString().ToLowerInvariant())];

    public override AlertEvents Read(Section section, string key, AlertEvents fallback)
    {
        if (section.Items(key, "a list like [trade, halt, error]") is not { } items) return fallback;
        if (items.Count == 0) section.Log.Error(section.Node(key)!.Location, section.Path(key), "is empty: nothing would be sent. Remove the channel.");
        var value = AlertEvents.None;
        foreach (var item in items)
            if (Scalars.Choice(item, section.Path(key), Words, section.Log) is { } at) value |= Events[at];
        return value;
    }

    public override string Write(AlertEvents value) => $"[{string.Join(", ", Words.Where((_, at) => (value & Events[at]) != 0))}]";

    public override FormDescription Description =>
        new("list", "of " + string.Join(", ", Words), $"\"type\": \"array\", \"minItems\": 1, \"items\": {{\"enum\": {WordList.Json(Words)}}}");
}
