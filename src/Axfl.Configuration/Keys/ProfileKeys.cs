using Axfl.Configuration.Compatibility;
using Axfl.Configuration.Keys.Forms;
using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Engine.Plan;

namespace Axfl.Configuration.Keys;

/// <summary>The keys of a profile.</summary>
internal static class ProfileKeys
{
    /// <summary>The table without what reading needs: to write and to describe.</summary>
    public static SectionKeys<RunPlan> Table { get; } = For(ProfileContext.Nothing);

    /// <summary>The plan of a profile that says nothing.</summary>
    public static RunPlan Defaults(string profile, string path, string folder) => new()
    {
        Profile = profile,
        SessionsPath = path,
        Engine = new EnginePlan { Since = 0, Interval = new Interval(5), Symbols = [], Strategies = [] },
        DataDir = Path.Combine(folder, "data"),
        Description = new SessionsProfile { Path = path, Profile = profile, Symbols = [], Interval = "", Source = "", Strategies = [], Values = [], Warnings = [], Yaml = "" },
    };

    /// <summary>The keys for people, editors and completion, with those within them.</summary>
    public static IReadOnlyList<KeyDescription> Describe() => Table.Describe(Defaults("", "", ""));

    /// <summary>The table for reading one profile.</summary>
    public static SectionKeys<RunPlan> For(ProfileContext context) => new(older: OlderRiskKeys.Keys, hint: Home)
    {
        new SpecialKey<RunPlan>(SymbolReader.Form, (s, p) => SymbolReader.Read(s, p, context), SymbolReader.Write)
        { Name = "symbols", Help = "Symbols in any spelling (EURUSD, EUR/USD, OANDA:EUR_USD).", Required = true },
        { "interval", new IntervalForm(), "", "Length of a bar.", p => p.Engine.Interval, (p, v) => p with { Engine = p.Engine with { Interval = v } } },
        { "source", new WordForm(["auto", "simulated", "csv", .. PriceProviders.All.Select(p => p.Name), "journal"]), "", "Where bars and prices come from.", p => p.Source, (p, v) => p with { Source = v } },
        { "venue", new TextForm("a venue's name"), "", "Venue prefix of symbols at providers that need one.", p => p.Venue, (p, v) => p with { Venue = v } },
        new SpecialKey<RunPlan>(DataLocationReader.LocationForm, (s, p) => DataLocationReader.Read(s, p, context), DataLocationReader.Write, "data")
        { Name = "data_dir", Help = "Where csv looks: a folder relative to this file, or a list of folders, files or SYMBOL=path." },
        { "data_timezone", new DataZoneForm(), "", "Zone of csv times that carry none (IANA, UTC+02:00, America/New_York+7); null: what the format says.", p => p.DataTimezone, (p, v) => p with { DataTimezone = v } },
        new SpecialKey<RunPlan>(DataLocationReader.ColumnsForm, (s, p) => p with { DataColumns = DataLocationReader.Columns(s) }, DataLocationReader.WriteColumns)
        { Name = "data_columns", Help = "Names of the csv columns in order (time, open, high, low, close, volume; - skips one); absent: found in the file." },
        new SpecialKey<RunPlan>(DataLocationReader.TimesForm, (s, p) => p with { DataTimeFormat = DataLocationReader.TimeFormat(s) }, DataLocationReader.WriteTimeFormat)
        { Name = "data_time_format", Help = "How times in the csv are written: iso, unix, unix_ms, or a pattern such as dd/MM/yyyy HH:mm; absent: found in the file." },
        new SpecialKey<RunPlan>(SpreadReader.Form, (s, p) => SpreadReader.Read(s, p, context), SpreadReader.Write, "")
        { Name = "spreads", Unit = "pips", Help = "Spread by symbol; wins over spread_pips." },
        new SpecialKey<RunPlan>(SpreadReader.AllForm, null, null)
        { Name = "spread_pips", Unit = "pips", Help = "Spread of all symbols; absent or null: each instrument's own." },
        { "warmup_days", new WholeForm(0, 365), "market days", "Bars before the start that strategies see and never trade.", p => p.WarmupDays, (p, v) => p with { WarmupDays = v } },
        { "status_every_s", new WholeForm(1, 86_400), "s", "Live: wall time between status blocks.", p => p.StatusEverySeconds, (p, v) => p with { StatusEverySeconds = v } },
        { "status_every_bars", new WholeForm(1, 1_000_000), "bars", "Replay: bars of the first symbol between status blocks.", p => p.StatusEveryBars, (p, v) => p with { StatusEveryBars = v } },
        new SectionKey<RunPlan, TradingDayPlan>(TradingDayKeys.Table, p => p.Engine.TradingDay, (p, v) => p with { Engine = p.Engine with { TradingDay = v } })
        { Name = "trading_day", Help = "Start of the trading day." },
        { "holidays", new DatesForm(), "", "Dates, in a window's zone, on which no window starts.", p => p.Holidays, (p, v) => p with { Holidays = v } },
        { "intrabar", new IntrabarForm(), "", "How a fill inside a bar is decided: worst (stop loss first), path, best, drill (smaller bars).", p => p.Engine.Intrabar, (p, v) => p with { Engine = p.Engine with { Intrabar = v } } },
        { "market_fill", new EitherForm("next_open", "close"), "", "Whether market orders fill at the next open or at the signal bar's close.", p => p.Engine.FillAtClose, (p, v) => p with { Engine = p.Engine with { FillAtClose = v } } },
        { "close_at_end", new FlagForm(), "", "Whether a replay closes what is open at its end.", p => p.Engine.CloseAtEnd, (p, v) => p with { Engine = p.Engine with { CloseAtEnd = v } } },
        { "spread", new EitherForm("configured", "measured"), "", "Which spread fills pay: the configured, or the measured where the source has bid and ask.", p => p.Engine.MeasuredSpread, (p, v) => p with { Engine = p.Engine with { MeasuredSpread = v } } },
        new SectionKey<RunPlan, AccountPlan>(AccountKeys.Table, p => p.Engine.Account, (p, v) => p with { Engine = p.Engine with { Account = v } })
        { Name = "account", Help = "The account." },
        new SectionKey<RunPlan, CostPlan>(CostKeys.Table, p => p.Engine.Costs, (p, v) => p with { Engine = p.Engine with { Costs = v } })
        { Name = "costs", Help = "Costs of fills." },
        new SpecialKey<RunPlan>(BlackoutKeys.ListForm, BlackoutKeys.Read, static p => "[]")
        { Name = "blackouts", Help = "Times in which entries are blocked and, where they say so, positions closed.", Lines = BlackoutKeys.Write },
        new NewsKey(context) { Name = "news", Help = "Blocks entries around news; absent or null: it does not." },
        new SectionKey<RunPlan, RiskPlan>(RiskKeys.Table, p => p.Engine.Risk, (p, v) => p with { Engine = p.Engine with { Risk = v } })
        { Name = "risk", Help = "Limits of the portfolio; null switches one off.", IsBlock = true },
        new SectionKey<RunPlan, LivePlan>(LiveKeys.Table, p => p.Live, (p, v) => p with { Live = v })
        { Name = "live", Help = "How a live run takes prices." },
        new OptionalSection<RunPlan, AlertPlan>(AlertKeys.Table, new AlertPlan(), p => p.Alerts, (p, v) => p with { Alerts = v })
        { Name = "alerts", Help = "Who is told of the run, and of what; absent or null: nobody." },
        new SpecialKey<RunPlan>(StrategyKeys.ListForm, (s, p) => StrategyReader.ReadAll(s, p, context), null)
        { Name = "strategies", Help = "What trades, in the order of priority.", Required = true, Lines = StrategyWriter.Write },
    };

    // Where a key that stands in the profile itself belongs; timezone belongs in several places.
    private static string Home(string key) =>
        Table.FirstOrDefault(k => k is ISectionKey section && key != "timezone" && section.ChildNames.Contains(key)) is { } home ? $" It belongs under '{home.Name}'." : "";
}
