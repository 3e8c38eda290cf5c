using Axfl.Configuration.Keys.Forms;
using Axfl.Configuration.Plan;
using Axfl.Configuration.Yaml;

namespace Axfl.Configuration.Keys;

/// <summary>The keys of a channel of alerts, and the list of them. Which of them a channel needs depends on its kind.</summary>
internal static class AlertChannelKeys
{
    private const string Example = "{kind: ntfy, url: env:AXFL_NTFY_URL}";

    // What a kind needs, and what it may have besides; kind and events are everybody's.
    private static readonly ChannelKind[] Kinds =
    [
        new("discord", ["url"], []), new("telegram", ["token", "chat"], []), new("slack", ["url"], []), new("ntfy", ["url"], []),
        new("webhook", ["url", "secret"], []), new("mail", ["server", "from", "to"], ["user", "password"]),
    ];

    /// <summary>What <c>channels</c> may be.</summary>
    public static readonly FormDescription ListForm = new("list", "of channels", "\"type\": [\"array\", \"null\"], \"items\": {\"$ref\": \"#/definitions/channel\"}");

    /// <summary>A channel without keys of its own.</summary>
    public static readonly AlertChannelPlan Usual = new() { Kind = Kinds[0].Name };

    public static readonly SectionKeys<AlertChannelPlan> Table = new("a channel is " + Example)
    {
        { "kind", new WordForm([.. Kinds.Select(k => k.Name)]), "", "What the channel is.", c => c.Kind, (c, v) => c with { Kind = v }, true },
        SecretReader.Key<AlertChannelPlan>("url", "Address of the webhook, of ntfy the topic.", c => c.Url, (c, v) => c with { Url = v }),
        SecretReader.Key<AlertChannelPlan>("token", "Token of the telegram bot.", c => c.Token, (c, v) => c with { Token = v }),
        SecretReader.Key<AlertChannelPlan>("chat", "Id of the telegram chat.", c => c.Chat, (c, v) => c with { Chat = v }),
        SecretReader.Key<AlertChannelPlan>("secret", "Key by which a webhook's bodies are signed.", c => c.Secret, (c, v) => c with { Secret = v }),
        new SpecialKey<AlertChannelPlan>(MailReader.ServerForm, MailReader.Server, c => Quoted(c.Server), "") { Name = "server", Help = "Mail server, host:port." },
        SecretReader.Key<AlertChannelPlan>("user", "User at the mail server; absent: it asks for none.", c => c.User, (c, v) => c with { User = v }),
        SecretReader.Key<AlertChannelPlan>("password", "Password at the mail server.", c => c.Password, (c, v) => c with { Password = v }),
        new SpecialKey<AlertChannelPlan>(MailReader.AddressForm, MailReader.From, c => Quoted(c.From), "") { Name = "from", Help = "Sender of the mails." },
        new SpecialKey<AlertChannelPlan>(MailReader.AddressesForm, MailReader.To, c => c.To.Count == 0 ? null : $"[{string.Join(", ", c.To.Select(YamlText.Quote))}]", "")
        { Name = "to", Help = "Recipients of the mails." },
        { "events", new AlertEventsForm(), "", "What is sent.", c => c.Events, (c, v) => c with { Events = v } },
    };

    /// <summary>The section with its channels.</summary>
    public static AlertPlan ReadAll(Section section, AlertPlan plan)
    {
        var channels = new List<AlertChannelPlan>();
        var items = section.Node("channels") is ScalarNode { IsNull: true } ? null : section.Items("channels", $"a list like [{Example}]");
        for (var i = 0; i < items?.Count; i++)
        {
            var path = $"{section.Path("channels")}[{i}]";
            if (items[i] is MapNode map) channels.Add(Read(new Section(map, path, null, Table.Names, section.Log, [])));
            else section.Log.Error(items[i].Location, path, $"is no map of keys; {Example} is needed.");
        }

        var read = plan with { Channels = channels };
        section.Record("channels", $"[{string.Join(", ", read.Names)}]");
        return read;
    }

    /// <summary>All of them on one line.</summary>
    public static string WriteAll(AlertPlan plan) => $"[{string.Join(", ", plan.Channels.Select(Table.Write))}]";

    private static AlertChannelPlan Read(Section section)
    {
        var channel = Table.Read(section, Usual);
        if (section.Node("kind") is null || Array.Find(Kinds, k => k.Name == channel.Kind) is not { } kind) return channel;
        foreach (var need in kind.Needs)
            if (section.Node(need) is null or ScalarNode { IsNull: true }) section.Log.Error(section.Location!.Value, section.Path(need), $"is missing: a channel of the kind {kind.Name} needs {string.Join(" and ", kind.Needs)}.");
        foreach (var name in Table.Names.Where(n => n is not ("kind" or "events") && !kind.Needs.Contains(n) && !kind.May.Contains(n)))
        {
            if (section.Node(name) is { } node)
                section.Log.Error(SecretReader.Hidden(node.Location), section.Path(name), $"a channel of the kind {kind.Name} has none; it has {string.Join(", ", [.. kind.Needs, .. kind.May, "events"])}.");
        }

        if (channel.User is null != channel.Password is null && kind.Name == "mail")
            section.Log.Error(section.Location!.Value, section.Path(channel.User is null ? "user" : "password"), "is missing: user and password go together.");
        return channel;
    }

    private static string? Quoted(string? text) => text is null ? null : YamlText.Quote(text);

    private sealed record ChannelKind(string Name, string[] Needs, string[] May);
}
