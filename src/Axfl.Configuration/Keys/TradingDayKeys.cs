using Axfl.Configuration.Keys.Forms;
using Axfl.Engine.Plan;

namespace Axfl.Configuration.Keys;

/// <summary>The keys of <c>trading_day</c>.</summary>
internal static class TradingDayKeys
{
    public static readonly SectionKeys<TradingDayPlan> Table = new()
    {
        { "timezone", new ZoneForm(), "", "Time zone of start.", d => d.Zone, (d, v) => d with { Zone = v } },
        { "start", new TimeForm(), "local time", "Start of the trading day.", d => d.Start, (d, v) => d with { Start = v } },
    };
}
