using Axfl.Configuration.Yaml;

namespace Axfl.Configuration.Compatibility;

/// <summary><c>news_guard</c> of the older program: <c>{enabled, csv_path, pad_before_m, pad_after_m}</c>, in the profile or under <c>risk</c>.</summary>
internal static class OlderNewsGuard
{
    private const string Older = "news_guard", Key = "news";

    /// <summary>The profile with the older form in the words of the present one.</summary>
    public static Section Present(Section profile)
    {
        var (node, path) = (profile.Node(Older), profile.Path(Older));
        if (node is null && (profile.Node("risk") as MapNode)?.Find(Older)?.Value is { } inRisk) (node, path) = (inRisk, profile.Path("risk." + Older));
        if (node is null) return profile;
        profile.Log.Warn(node.Location, path, "'news_guard' is the older form of 'news': write news: {calendar: news.csv, before_minutes: 30, after_minutes: 30} in the profile.");
        if (profile.Node(Key) is not null)
        {
            profile.Log.Error(node.Location, path, "is set beside 'news', its present form: keep 'news'.");
            return profile;
        }

        return profile.With(Key, OlderForm.Present(profile, node, path, Key, ("csv_path", "calendar"), ("pad_before_m", "before_minutes"), ("pad_after_m", "after_minutes")));
    }
}
