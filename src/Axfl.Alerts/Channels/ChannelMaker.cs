using System.Net.Security;
using Axfl.Alerts.Secrets;
using Axfl.Configuration.Plan;
using Axfl.Contracts;

namespace Axfl.Alerts.Channels;

/// <summary>Makes the channels of a plan.</summary>
/// <param name="secrets">Reads secrets.</param>
/// <param name="time">Clock.</param>
internal sealed class ChannelMaker(SecretResolver secrets, TimeProvider time)
{
    /// <summary>Address of Telegram's API.</summary>
    public Uri Telegram { get; init; } = TelegramChannel.Own;

    /// <summary>Judges the certificate of mail servers; null: as the system does.</summary>
    public RemoteCertificateValidationCallback? Certificate { get; init; }

    /// <summary>Makes one.</summary>
    /// <exception cref="SecretMissingException">A secret is not there.</exception>
    /// <exception cref="ChannelUnfitException">A secret is not what it should be.</exception>
    public IAlertChannel Make(AlertChannelPlan plan, string run, string profile)
    {
        var title = $"Axfl {profile}";
        return plan.Kind switch
        {
            "discord" => new DiscordChannel(Read(plan.Url), time),
            "telegram" => new TelegramChannel(Telegram, Read(plan.Token), Read(plan.Chat), time),
            "slack" => new SlackChannel(Read(plan.Url), time),
            "ntfy" => new NtfyChannel(Read(plan.Url), title, time),
            "webhook" => new WebhookChannel(Read(plan.Url), Read(plan.Secret), run, profile, time),
            "mail" => Mail(plan, title),
            _ => throw new ChannelUnfitException($"its kind {plan.Kind} is not known"),
        };
    }

    // Apart, so that the packages for mail are loaded for mail alone.
    private MailChannel Mail(AlertChannelPlan plan, string title) => new(
        plan, plan.User is { } user ? secrets.Read(user) : null, plan.Password is { } password ? secrets.Read(password) : null, title, Certificate);

    private Secret Read(SecretName? name) => secrets.Read(name!);
}
