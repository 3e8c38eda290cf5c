using Axfl.Alerts.Channels;
using Axfl.Alerts.Messages;
using Axfl.Alerts.Secrets;
using Axfl.Configuration.Plan;

namespace Axfl.Alerts.Tests.Servers;

/// <summary>Messages and channels for tests.</summary>
internal static class Sample
{
    public const long Time = 1_768_287_600_000;

    public const string Token = "123456:AAE-s3cret_token", Chat = "-100777", HookSecret = "s3cret-of-the-hook", User = "s3cret-user", Password = "s3cret-password";

    public static Alert Alert(string text = "EURUSD orb opened long", int number = 1, AlertEvents kind = AlertEvents.Trade) =>
        new($"run/opened/{number}", kind, Time, text, new AlertFacts { Action = "opened", Symbol = "EURUSD", Units = 1000, Price = 1.1, DayR = -0.5 });

    /// <summary>A channel of a kind that goes to a server.</summary>
    public static IAlertChannel Channel(string kind, string address, TimeProvider? time = null)
    {
        var values = new Dictionary<string, string> { ["URL"] = address, ["TOKEN"] = Token, ["CHAT"] = Chat, ["SECRET"] = HookSecret };
        return new ChannelMaker(new SecretResolver(values.GetValueOrDefault, null), time ?? TimeProvider.System) { Telegram = Uri.TryCreate(address, UriKind.Absolute, out var uri) ? new Uri(uri, "/") : TelegramChannel.Own }.Make(
            new AlertChannelPlan { Kind = kind, Url = Name("URL"), Token = Name("TOKEN"), Chat = Name("CHAT"), Secret = Name("SECRET") }, "run", "portfolio");
    }

    public static SecretName Name(string name) => new(false, name);
}
