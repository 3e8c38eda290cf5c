using Axfl.Configuration.Compatibility;
using Axfl.Configuration.Plan;
using Axfl.Configuration.Yaml;
using Axfl.Contracts;
using Axfl.Engine.Plan;

namespace Axfl.Configuration.Keys;

/// <summary>Reads one profile into a plan. Problems go to the log; the plan is only meaningful when there are no errors.</summary>
internal sealed class ProfileReader(
    SessionsFile file, InstrumentTable instruments, TunedDefaults tuned, IReadOnlyList<StrategyDefinition> strategies, ProblemLog log)
{
    // Where a key that stands in the profile itself belongs.
    private static readonly Dictionary<string, string> Homes = new (string Home, string[] Keys)[]
        { ("trading_day", ["start"]), ("account", SessionKeys.Account), ("costs", SessionKeys.Costs), ("risk", SessionKeys.Risk), ("live", SessionKeys.Live) }
        .SelectMany(h => h.Keys.Select(k => (h.Home, Key: k))).ToDictionary(h => h.Key, h => h.Home, StringComparer.Ordinal);

    private readonly List<PlanValue> _values = [];

    /// <summary>Reads a profile's map, in the order of the plan's keys.</summary>
    public RunPlan Read(string profile, MapNode map)
    {
        var s = new Section(map, profile, "", SessionKeys.Profile, log, _values);
        s.AcceptOlder(OlderRiskKeys.Keys);
        s.RefuseNotYet(SessionKeys.ProfileNotYet);
        s.RefuseUnknown(key => Homes.TryGetValue(key, out var home) ? $" It belongs under '{home}'." : "");
        var symbols = SymbolReader.Read(s, instruments, map.Place, _values);
        var interval = IntervalReader.Read(s, "interval");
        var source = EnumNames.Sources[s.Choice("source", 0, [.. EnumNames.Sources.Select((w, i) => (w, i))])];
        var venue = s.Word("venue", "OANDA", "a venue's name");
        var (dataDir, dataPath) = DataPlaceReader.Read(s, instruments, file.Folder);
        var dataZone = DataPlaceReader.Zone(s);
        var dataColumns = DataPlaceReader.Columns(s);
        var dataTimeFormat = DataPlaceReader.TimeFormat(s);
        var spreads = SpreadReader.Read(s, instruments, symbols, _values);
        var plan = new EnginePlan
        {
            Since = 0,
            Interval = interval,
            Symbols = [],
            Strategies = [],
            TradingDay = AccountReader.TradingDay(s.Child("trading_day", SessionKeys.TradingDay)),
            Intrabar = s.Choice("intrabar", IntrabarPolicy.Worst, EnumNames.Intrabar),
            FillAtClose = s.Choice("market_fill", false, EnumNames.MarketFill),
            CloseAtEnd = s.Flag("close_at_end", true),
            MeasuredSpread = s.Choice("spread", false, EnumNames.Spread),
            Account = AccountReader.Account(s.Child("account", SessionKeys.Account)),
            Costs = AccountReader.Costs(s.Child("costs", SessionKeys.Costs)),
            Risk = RiskReader.Read(s, s.Child("risk", SessionKeys.Risk)),
        };
        var live = LiveReader.Read(s.Child("live", SessionKeys.Live));
        var holidays = WindowReader.Dates(s, "holidays").Distinct().Order().ToArray();
        var holidayNames = holidays.Select(EnumNames.Date).ToArray();
        s.Record("holidays", $"[{string.Join(", ", holidayNames)}]");
        var warmup = s.Whole("warmup_days", 3, 0, 365);
        var statusSeconds = s.Whole("status_every_s", 180, 1, 86_400);
        var statusBars = s.Whole("status_every_bars", 36, 1, 1_000_000);
        string[] names = [.. symbols.Select(i => i.Symbol)];
        var entries = Strategies(s, map.Place, new StrategyReader(strategies, tuned, interval, names, holidays, _values));
        plan = plan with
        {
            Symbols = [.. symbols.Select(i => new SymbolPlan(i, spreads[i.Symbol], Slots(entries, i.Symbol)))],
            Strategies = [.. entries.Select(e => e.Id)],
        };
        SymbolReader.RequireConversions(s, plan, instruments);
        return new RunPlan
        {
            Profile = profile,
            SessionsPath = file.Path,
            Engine = plan,
            Source = source,
            Venue = venue,
            DataDir = dataDir,
            DataPath = dataPath,
            IsDataGiven = DataPlaceReader.IsGiven(s),
            DataTimezone = dataZone,
            DataColumns = dataColumns,
            DataTimeFormat = dataTimeFormat,
            WarmupDays = warmup,
            StatusEverySeconds = statusSeconds,
            StatusEveryBars = statusBars,
            Live = live,
            Holidays = holidayNames,
            Description = new SessionsProfile
            {
                Path = file.Path,
                Profile = profile,
                Symbols = names,
                Interval = interval.ToString(),
                Source = source,
                Strategies = [.. entries.Select(e => new SessionsStrategy(
                    e.Id, e.Definition.Name, string.Join(",", names.Where(e.Slots.ContainsKey)), string.Join("; ", e.Windows.Select(WindowReader.Show))))],
                Values = _values,
                Warnings = [],
                Yaml = "",
            },
        };
    }

    private static IReadOnlyList<SlotPlan> Slots(List<StrategyEntry> entries, string symbol) =>
        [.. entries.Select(e => e.Slots.GetValueOrDefault(symbol)).OfType<SlotPlan>()];

    private List<StrategyEntry> Strategies(Section s, SourceLocation place, StrategyReader reader)
    {
        var path = s.Path("strategies");
        var entries = new List<StrategyEntry>();
        if (s.Node("strategies") is null or ScalarNode { IsNull: true })
        {
            log.Error(place, path, "is missing: what trades? strategies: [{name: lsg, windows: [{start: \"07:00\", end: \"10:00\"}]}].");
            return entries;
        }

        var items = s.Items("strategies", "a list of strategies");
        if (items?.Count == 0) log.Error(s.Node("strategies")!.Place, path, "is empty; at least one strategy is needed.");
        for (var i = 0; i < items?.Count; i++)
        {
            if (items[i] is not MapNode entry)
                log.Error(items[i].Place, $"{path}[{i}]", $"is {Scalars.Kind(items[i])}; {{name: lsg, windows: [...]}} is needed.");
            else if (reader.Read(entry, $"{path}[{i}]", log) is { } read) entries.Add(read);
        }

        return entries;
    }
}
