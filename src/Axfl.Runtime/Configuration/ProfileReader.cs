using Axfl.Contracts;
using Axfl.Engine;

namespace Axfl.Runtime;

/// <summary>Reads one profile into a plan. Problems go to the log; the plan is only meaningful when there are no errors.</summary>
internal sealed class ProfileReader(SessionsFile file, InstrumentTable instruments, TunedDefaults tuned, IReadOnlyList<StrategyDefinition> strategies, ProblemLog log)
{
    private static readonly (string Word, string Value)[] Places =
        [("symbols", ""), ("trading_day", "start"), .. SessionKeys.Account.Select(k => ("account", k)), .. SessionKeys.Costs.Select(k => ("costs", k)), .. SessionKeys.Risk.Select(k => ("risk", k))];

    private readonly List<PlanValue> _values = [];

    /// <summary>Reads a profile's map, in the order of the plan's keys.</summary>
    public RunPlan Read(string profile, MapNode map)
    {
        var s = new Section(map, profile, "", SessionKeys.Profile, log, _values);
        s.AcceptOlder(OlderRiskKeys.Keys);
        s.RefuseUnknown(key => Places.FirstOrDefault(p => p.Value == key) is { Word: { } home } ? $" It belongs under '{home}'." : "");
        var symbols = Symbols(s, map.Place);
        var interval = IntervalReading.Read(s, "interval");
        var source = PlanWords.Sources[s.Choice("source", 0, [.. PlanWords.Sources.Select((w, i) => (w, i))])];
        var venue = s.Word("venue", "OANDA", "a venue's name");
        var (dataDir, dataPath) = DataPlace(s);
        var dataZone = DataZone(s);
        var spreads = Spreads(s, symbols);
        var plan = new EnginePlan
        {
            Since = 0,
            Interval = interval,
            Symbols = [],
            Strategies = [],
            TradingDay = TradingDay(s.Child("trading_day", SessionKeys.TradingDay)),
            Intrabar = s.Choice("intrabar", IntrabarPolicy.Worst, PlanWords.Intrabar),
            FillAtClose = s.Choice("market_fill", false, PlanWords.MarketFill),
            CloseAtEnd = s.Flag("close_at_end", true),
            MeasuredSpread = s.Choice("spread", false, PlanWords.Spread),
            Account = Account(s.Child("account", SessionKeys.Account)),
            Costs = Costs(s.Child("costs", SessionKeys.Costs)),
            Risk = RiskReader.Read(s, s.Child("risk", SessionKeys.Risk)),
        };
        var holidays = WindowReader.Dates(s, "holidays").Distinct().Order().ToArray();
        var holidayNames = holidays.Select(PlanWords.Date).ToArray();
        s.Record("holidays", $"[{string.Join(", ", holidayNames)}]");
        var warmup = s.Whole("warmup_days", 3, 0, 365);
        var statusSeconds = s.Whole("status_every_s", 180, 1, 86_400);
        var statusBars = s.Whole("status_every_bars", 36, 1, 1_000_000);
        var entries = Strategies(s, map.Place, new StrategyReader(strategies, tuned, interval, [.. symbols.Select(i => i.Symbol)], holidays, _values));
        plan = plan with
        {
            Symbols = [.. symbols.Select(i => new SymbolPlan(i, spreads[i.Symbol], [.. entries.Select(e => e.Slots.GetValueOrDefault(i.Symbol)).OfType<SlotPlan>()]))],
            Strategies = [.. entries.Select(e => e.Id)],
        };
        RequireConversions(s, plan);
        return new RunPlan
        {
            Profile = profile,
            SessionsPath = file.Path,
            Engine = plan,
            Source = source,
            Venue = venue,
            DataDir = dataDir,
            DataPath = dataPath,
            DataTimezone = dataZone,
            WarmupDays = warmup,
            StatusEverySeconds = statusSeconds,
            StatusEveryBars = statusBars,
            Holidays = holidayNames,
            Description = new SessionsProfile
            {
                Path = file.Path,
                Profile = profile,
                Symbols = [.. symbols.Select(i => i.Symbol)],
                Interval = interval.ToString(),
                Source = source,
                Strategies = [.. entries.Select(e => new SessionsStrategy(
                    e.Id, e.Definition.Name, string.Join(",", symbols.Select(i => i.Symbol).Where(e.Slots.ContainsKey)), string.Join("; ", e.Windows.Select(WindowReader.Show))))],
                Values = _values,
                Warnings = [],
                Yaml = "",
            },
        };
    }

    private List<Instrument> Symbols(Section s, Place place)
    {
        var result = new List<Instrument>();
        var path = s.Path("symbols");
        if (s.Node("symbols") is not { } node)
        {
            log.Error(place, path, "is missing: which symbols are traded? symbols: [EURUSD, GBPUSD].");
            return result;
        }

        var items = s.Items("symbols", "a list of symbols like [EURUSD, GBPUSD]");
        if (items?.Count == 0) log.Error(node.Place, path, "is empty; at least one symbol is needed.");
        foreach (var item in items ?? [])
        {
            if (Scalars.Text(item, path, "a symbol", log) is not { } text) continue;
            if (instruments.Find(text) is not { } instrument)
            {
                log.Error(item.Place, path, $"'{Scalars.Cut(text)}' is not in the instruments table.{NearMiss.Ask(SymbolSpelling.Canonical(text), instruments.Symbols)}"
                    + " To add a symbol, define it under 'instruments:' with base, quote, pip and digits.");
            }
            else if (result.Contains(instrument)) log.Error(item.Place, path, $"{instrument.Symbol} stands here twice: keep one.");
            else result.Add(instrument);
        }

        s.Record("symbols", $"[{string.Join(", ", result.Select(i => i.Symbol))}]");
        foreach (var i in result)
        {
            _values.Add(new PlanValue("instruments." + i.Symbol,
                $"{{base: {i.Base}, quote: {i.Quote}, pip: {Scalars.Show(i.Pip)}, digits: {Scalars.Show(i.Digits)}, spread_pips: {Scalars.Show(i.SpreadPips)}}}", instruments.Origin(i.Symbol)));
        }

        return result;
    }

    private (string Dir, IReadOnlyList<string> Path) DataPlace(Section s)
    {
        var node = s.Node("data_dir");
        var key = s.Path("data_dir");
        string[] texts = node switch
        {
            null => ["data"],
            ListNode { Items: { Count: > 0 } items } => [.. items.Select(i => Scalars.Text(i, key, "a path", log)).OfType<string>()],
            _ => [.. new[] { Scalars.Text(node, key, "a folder, or a list of files", log) }.OfType<string>()],
        };
        string[] paths = [.. texts.Select(t => Absolute(t, node, key))];
        s.Record("data_dir", paths.Length == 1 ? paths[0] : $"[{string.Join(", ", paths)}]");
        if (paths.Length == 0) return (file.Folder, []);
        if (paths.Length == 1 && (node is not ListNode || Directory.Exists(paths[0]))) return (paths[0], []);
        var first = SplitSymbol(paths[0]).Path;
        return (System.IO.Path.GetDirectoryName(first) ?? file.Folder, paths);
    }

    private string Absolute(string text, Node? node, string key)
    {
        var (symbol, path) = SplitSymbol(text);
        if (path.Length > 0 && !path.Contains('\0', StringComparison.Ordinal)) return symbol + System.IO.Path.GetFullPath(path, file.Folder);
        if (node is not null) log.Error(node.Place, key, "has an empty path or one with a NUL character; a folder or file is needed.");
        return file.Folder;
    }

    // SYMBOL=path keeps its first part, "EURUSD=".
    private (string Symbol, string Path) SplitSymbol(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return at > 0 && instruments.Find(text[..at]) is { } i ? (i.Symbol + "=", text[(at + 1)..]) : ("", text);
    }

    private string? DataZone(Section s)
    {
        var node = s.Node("data_timezone");
        var zone = node is null or ScalarNode { IsNull: true } ? null : Scalars.Zone(node, s.Path("data_timezone"), log)?.Id;
        s.Record("data_timezone", zone ?? "null");
        return zone;
    }

    private Dictionary<string, double> Spreads(Section s, IReadOnlyList<Instrument> symbols)
    {
        double? all = s.Node("spread_pips") is { } node and not ScalarNode { IsNull: true } ? Scalars.Number(node, s.Path("spread_pips"), 0, 100_000, log) : null;
        var named = new Dictionary<string, (double Pips, string Origin)>(StringComparer.Ordinal);
        foreach (var entry in s.MapOf("spreads")?.Entries ?? [])
        {
            var key = s.Path("spreads." + entry.Key);
            if (instruments.Find(entry.Key) is not { } instrument)
                log.Error(entry.Place, key, $"'{Scalars.Cut(entry.Key)}' is not in the instruments table.{NearMiss.Ask(SymbolSpelling.Canonical(entry.Key), instruments.Symbols)}");
            else if (named.ContainsKey(instrument.Symbol)) log.Error(entry.Place, key, $"{instrument.Symbol} stands here twice: keep one.");
            else if (Scalars.Number(entry.Value, key, 0, 100_000, log) is { } pips) named.Add(instrument.Symbol, (pips, entry.Value.Place.Origin));
        }

        var result = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var i in symbols)
        {
            var (pips, origin) = named.TryGetValue(i.Symbol, out var own) ? own
                : all is { } common ? (common, s.Node("spread_pips")!.Place.Origin) : (i.SpreadPips, instruments.Origin(i.Symbol));
            result[i.Symbol] = pips;
            _values.Add(new PlanValue("spreads." + i.Symbol, Scalars.Show(pips), origin));
        }

        return result;
    }

    private static TradingDayPlan TradingDay(Section s)
    {
        s.RefuseUnknown();
        return new TradingDayPlan(s.Zone("timezone"), s.Time("start", new TimeOfDay(0)));
    }

    private AccountPlan Account(Section s)
    {
        s.RefuseUnknown();
        var currency = s.Word("currency", "USD", "a currency code like USD").ToUpperInvariant();
        if (currency.Length is < 2 or > 20 || !currency.All(char.IsAsciiLetterOrDigit))
            log.Error(s.Node("currency")!.Place, s.Path("currency"), $"'{Scalars.Cut(currency)}' is no currency code like USD.");
        return new AccountPlan
        {
            Currency = currency,
            StartingEquity = s.Number("starting_equity", 100_000, 0, 1e12, above: true),
            RiskPerTradePct = s.Number("risk_per_trade_pct", 0.5, 0, 100, above: true),
            FixedRisk = s.Choice("risk_basis", false, PlanWords.RiskBasis),
            UnitStep = s.Number("unit_step", 1, 0, 1e9, above: true),
        };
    }

    private CostPlan Costs(Section s)
    {
        s.RefuseUnknown();
        var defaults = new CostPlan();
        var slippageOn = defaults.SlippageOn;
        if (s.Items("slippage_on", "a list like [entry, stop, time, target]") is { } items)
            slippageOn = items.Select(i => Scalars.Choice(i, s.Path("slippage_on"), PlanWords.Slippage, log)).OfType<SlippageOn>().Aggregate(SlippageOn.None, (a, b) => a | b);
        var plan = new CostPlan
        {
            MinSlippagePips = s.Number("min_slippage_pips", 1, 0, 100_000),
            AtrDivisor = s.Limit("atr_divisor", 1000, 0, 1e9, above: true),
            SlippageOn = slippageOn,
            CommissionPerMillion = s.Number("commission_per_million", 0, 0, 1_000_000),
        };
        s.Record("slippage_on", PlanWords.Show(slippageOn));
        return plan;
    }

    private List<StrategyEntry> Strategies(Section s, Place place, StrategyReader reader)
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
            if (items[i] is not MapNode entry) log.Error(items[i].Place, $"{path}[{i}]", $"is {Scalars.Kind(items[i])}; {{name: lsg, windows: [...]}} is needed.");
            else if (reader.Read(entry, $"{path}[{i}]", log) is { } read) entries.Add(read);
        }

        return entries;
    }

    // Money of a cross needs a price between its quote currency and the account's.
    private void RequireConversions(Section s, EnginePlan plan)
    {
        var account = plan.Account.Currency;
        foreach (var i in plan.Symbols.Where(p => p.Slots.Count > 0).Select(p => p.Instrument))
        {
            if (i.Quote == account || i.Base == account || plan.Symbols.Any(o => Pairs(o.Instrument, i.Quote, account))) continue;
            var known = instruments.Symbols.Select(n => instruments.Find(n)!).FirstOrDefault(o => Pairs(o, i.Quote, account))?.Symbol;
            log.Error(s.Node("symbols")!.Place, s.Path("symbols"), $"{i.Symbol} is worth {i.Quote}, the account is in {account}: "
                + (known is null ? $"a symbol of {i.Quote} and {account} is needed to convert; define one under 'instruments:' and add it here."
                    : $"add {known} to the symbols (no strategy need trade it), it converts."));
        }
    }

    private static bool Pairs(Instrument i, string a, string b) => (i.Base == a && i.Quote == b) || (i.Base == b && i.Quote == a);
}
