using Axfl.Configuration.Keys.Forms;
using Axfl.Configuration.Plan;

namespace Axfl.Configuration.Keys;

/// <summary>The keys of <c>alerts</c>.</summary>
internal static class AlertKeys
{
    /// <summary>A heartbeat without keys of its own.</summary>
    public static readonly HeartbeatPlan UsualHeartbeat = new(null, 60);

    private static readonly SectionKeys<DigestPlan> Digest = new()
    {
        { "time", new TimeForm(), "local time", "When the day is summed up.", d => d.Time, (d, v) => d with { Time = v } },
        { "timezone", new ZoneForm(), "", "Time zone of the time.", d => d.Zone, (d, v) => d with { Zone = v } },
    };

    private static readonly SectionKeys<HeartbeatPlan> Heartbeat = new("heartbeat: {url: env:AXFL_HEARTBEAT_URL}")
    {
        new SpecialKey<HeartbeatPlan>(SecretReader.Form, (s, h) => h with { Url = SecretReader.Read(s, "url") }, h => h.Url?.ToString(), "")
        { Name = "url", Help = "Address that is asked for while the run is healthy.", Required = true },
        { "every_s", new WholeForm(5, 86_400), "s", "Seconds between two requests.", h => h.EverySeconds, (h, v) => h with { EverySeconds = v } },
    };

    public static readonly SectionKeys<AlertPlan> Table = new("alerts: {channels: [{kind: ntfy, url: env:AXFL_NTFY_URL}]}")
    {
        { "in_replay", new FlagForm(), "", "Whether replays send alerts too.", a => a.InReplay, (a, v) => a with { InReplay = v } },
        new UsualSection<AlertPlan, DigestPlan>(Digest, AlertPlan.UsualDigest, a => a.Digest, (a, v) => a with { Digest = v })
        { Name = "digest", Help = "Sums up the day at a time; null: it does not." },
        new OptionalSection<AlertPlan, HeartbeatPlan>(Heartbeat, UsualHeartbeat, a => a.Heartbeat, (a, v) => a with { Heartbeat = v })
        { Name = "heartbeat", Help = "Asks for an address while the run is healthy; absent or null: it does not." },
        new SpecialKey<AlertPlan>(AlertChannelKeys.ListForm, AlertChannelKeys.ReadAll, AlertChannelKeys.WriteAll)
        { Name = "channels", Help = "Who is told." },
    };
}
