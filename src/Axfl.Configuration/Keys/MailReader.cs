using System.Globalization;
using System.Net.Mail;
using Axfl.Configuration.Keys.Forms;
using Axfl.Configuration.Plan;
using Axfl.Configuration.Yaml;

namespace Axfl.Configuration.Keys;

/// <summary>Reads server and addresses of a channel of mails.</summary>
internal static class MailReader
{
    /// <summary>What <c>server</c> may be.</summary>
    public static readonly FormDescription ServerForm = new("text", "host:port", "\"type\": \"string\", \"pattern\": \"^.+:[0-9]+$\"");

    /// <summary>What <c>from</c> may be.</summary>
    public static readonly FormDescription AddressForm = new("text", "a mail address", "\"type\": \"string\"");

    /// <summary>What <c>to</c> may be.</summary>
    public static readonly FormDescription AddressesForm = new("list", "of mail addresses", "\"type\": \"array\", \"minItems\": 1, \"items\": {\"type\": \"string\"}");

    /// <summary>Splits <c>host:port</c>.</summary>
    public static (string Host, int Port)? Split(string server)
    {
        var colon = server.LastIndexOf(':');
        return colon > 0 && int.TryParse(server.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535
            && Uri.CheckHostName(server[..colon].Trim('[', ']')) != UriHostNameType.Unknown ? (server[..colon].Trim('[', ']'), port) : null;
    }

    public static AlertChannelPlan Server(Section section, AlertChannelPlan channel)
    {
        if (Text(section, "server", section.Node("server"), "a mail server like smtp.example.org:587") is not { } text) return channel;
        if (Split(text) is null) section.Log.Error(section.Node("server")!.Location, section.Path("server"), $"'{Scalars.Cut(text)}' is not host:port, like smtp.example.org:587.");
        return channel with { Server = text };
    }

    public static AlertChannelPlan From(Section section, AlertChannelPlan channel) =>
        Address(section, "from", section.Node("from")) is { } from ? channel with { From = from } : channel;

    public static AlertChannelPlan To(Section section, AlertChannelPlan channel)
    {
        if (section.Items("to", "a list like [\"me@example.org\"]") is not { } items) return channel;
        if (items.Count == 0) section.Log.Error(section.Node("to")!.Location, section.Path("to"), "is empty; a recipient is needed.");
        return channel with { To = [.. items.Select(i => Address(section, "to", i)).OfType<string>()] };
    }

    private static string? Address(Section section, string key, Node? node)
    {
        if (Text(section, key, node, "a mail address like me@example.org") is not { } text) return null;
        if (MailAddress.TryCreate(text, out _)) return text;
        section.Log.Error(node!.Location, section.Path(key), $"'{Scalars.Cut(text)}' is not a mail address like me@example.org.");
        return null;
    }

    private static string? Text(Section section, string key, Node? node, string wanted) =>
        node is null or ScalarNode { IsNull: true } ? null : Scalars.Text(node, section.Path(key), wanted, section.Log);
}
