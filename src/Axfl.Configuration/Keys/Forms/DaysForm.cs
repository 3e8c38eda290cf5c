using Axfl.Configuration.Yaml;
using Axfl.Engine.Plan;

namespace Axfl.Configuration.Keys.Forms;

/// <summary>Days of the week: <c>[Mon, Tue]</c>.</summary>
internal sealed class DaysForm : ValueForm<DaysOfWeek>
{
    public override DaysOfWeek Read(Section section, string key, DaysOfWeek fallback)
    {
        if (section.Node(key) is not { } node) return fallback;
        var items = section.Items(key, "a list of days like [Mon, Tue]");
        if (items?.Count == 0) section.Log.Error(node.Location, section.Path(key), "is empty: such a window never opens.");
        var days = default(DaysOfWeek);
        foreach (var item in items ?? [])
            if (Scalars.Choice(item, section.Path(key), WeekDays.Words, section.Log) is { } at) days = days.With(WeekDays.Week[at % WeekDays.Week.Length]);
        return days;
    }

    public override string Write(DaysOfWeek value) => $"[{string.Join(", ", WeekDays.Names(value))}]";

    public override FormDescription Description
    {
        get
        {
            var words = WeekDays.Names(DaysOfWeek.All);
            return new FormDescription("list", "of " + string.Join(", ", words), $"\"type\": \"array\", \"minItems\": 1, \"items\": {{\"enum\": {WordList.Json(words)}}}");
        }
    }
}
