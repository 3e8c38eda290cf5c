using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Strategies.Catalogue;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Streams;

/// <summary>A plan and bars of which everything is drawn: policies, gates, zones, holidays, gaps, coverage, spreads, smaller bars.</summary>
internal sealed class RandomRun
{
    private static readonly Instrument[] Pool =
    [
        new("GBPUSD", "GBP", "USD", 0.0001, 5, 0.9), new("EURUSD", "EUR", "USD", 0.0001, 5, 0.6), new("USDJPY", "USD", "JPY", 0.01, 3, 0.9),
        new("EURGBP", "EUR", "GBP", 0.0001, 5, 1.1),
    ];

    private static readonly string[] Zones = ["UTC", "America/New_York", "Europe/London", "Australia/Sydney", "Asia/Kathmandu"];
    private readonly Random _random;

    /// <summary>Draws one.</summary>
    public RandomRun(int seed)
    {
        _random = new Random(seed);
        var interval = new Interval(Pick(5, 5, 15, 60));
        var start = EngineHarness.At(Pick("2025-10-20", "2026-03-02", "2026-03-23", "2026-01-05") + "T00:00:00Z");
        var count = _random.Next(300, 1200);
        var instruments = Pool[..Pick(1, 2, 3, 4)];
        Bars = [.. instruments.Select(i => Series(i, interval, start, count))];
        Plan = MakePlan(instruments, interval, start, count);
    }

    public EnginePlan Plan { get; }

    public SharedBars[] Bars { get; }

    private EnginePlan MakePlan(Instrument[] instruments, Interval interval, long start, int count)
    {
        StrategyDefinition[] definitions = [.. StrategyCatalogue.BuiltIn, RestlessStrategy.Definition, RestlessStrategy.Definition];
        string[] ids = ["lsg", "orb", "arls", "restless", "calm"];
        var first = _random.Next(4);
        var used = ids[first..].Select((id, i) => (Id: id, Definition: definitions[first..][i])).ToArray();
        var windows = used.ToDictionary(u => u.Id, _ => Windows());
        return new EnginePlan
        {
            Since = Maybe(start + _random.Next(count) / 3 * interval.Milliseconds) ?? long.MinValue,
            Interval = interval,
            Strategies = [.. used.Select(u => u.Id)],
            Symbols = [.. instruments.Select(i => new SymbolPlan(i, Pick(0, i.SpreadPips, 2.5), [.. used.Where(_ => _random.Next(4) > 0).Select(u => new SlotPlan(
                u.Id, u.Definition, Values(u.Definition, u.Id), windows[u.Id], Pick<int?>(null, 30, 120, 600)))]))],
            TradingDay = Pick(new TradingDayPlan(TimeZoneInfo.Utc, new TimeOfDay(0)), new TradingDayPlan(Zone(), new TimeOfDay(Pick(0, 17 * 60, 9 * 60 + 30)))),
            Intrabar = Pick(Enum.GetValues<IntrabarPolicy>()),
            FillAtClose = _random.Next(4) == 0,
            CloseAtEnd = _random.Next(4) > 0,
            MeasuredSpread = _random.Next(3) == 0,
            Account = new AccountPlan { RiskPerTradePct = Pick(0.1, 0.5, 5), FixedRisk = _random.Next(2) == 0, UnitStep = Pick(1, 1, 1, 1000, 100_000) },
            Costs = new CostPlan
            {
                MinSlippagePips = Pick(0, 0.5, 1), AtrDivisor = Maybe(Pick(10.0, 1000)), SlippageOn = (SlippageOn)_random.Next(16),
                CommissionPerMillion = Pick(0, 30),
            },
            Risk = MakeRisk(instruments, [.. used.Select(u => u.Id)]),
            Blackouts = [.. Enumerable.Range(0, Seldom() ? _random.Next(1, 4) : 0).Select(_ => Blackout())],
            News = Seldom() ? News(start, count * interval.Milliseconds) : null,
        };
    }

    private BlackoutPlan Blackout()
    {
        var (from, length) = (_random.Next(0, 1440), Pick(3, 7, 45, 400));
        return new BlackoutPlan(
            new SessionWindow(new TimeOfDay(from), new TimeOfDay((from + length) % 1440), Zone(), Pick(DaysOfWeek.All, DaysOfWeek.Weekdays, DaysOfWeek.Of(DayOfWeek.Wednesday)), new HashSet<int>()),
            _random.Next(2) == 0);
    }

    private NewsPlan News(long start, long length)
    {
        var (before, flat) = (Pick(0, 3, 30, 200), _random.Next(2) == 0);
        return new NewsPlan
        {
            Calendar = new NewsCalendar(Enumerable.Range(0, Pick(0, 3, 60)).Select(i => Event(start + (long)(_random.NextDouble() * length * 1.1), i))),
            Impacts = Pick(NewsImpacts.High, NewsImpacts.High | NewsImpacts.Low, NewsImpacts.High | NewsImpacts.Holiday),
            BeforeMinutes = before, AfterMinutes = Pick(0, 2, 30, 90), Flat = flat, FlatBeforeMinutes = flat ? _random.Next(before + 1) : 5, RefusesUnknownWeeks = _random.Next(3) == 0,
        };
    }

    private NewsEvent Event(long time, int number)
    {
        time -= time % (_random.Next(2) == 0 ? EventTime.Minute : 1);
        var day = LocalTime.ToUtc(Zone(), (int)(time / EventTime.Day), 0);
        return _random.Next(8) == 0
            ? new NewsEvent(day, day + Pick(23, 24, 25) * 60 * EventTime.Minute, [Pick("USD", "GBP", NewsCalendar.AllCurrencies)], NewsImpacts.Holiday, $"day {number}")
            : new NewsEvent(time, null, [Pick("USD", "EUR", "JPY", "GBP", "CHF")], Pick(NewsImpacts.High, NewsImpacts.Low), $"event {number % 7}");
    }

    private RiskPlan MakeRisk(Instrument[] instruments, string[] strategies) => new()
    {
        GlobalDailyStopR = Maybe(Pick(-0.5, -1.5, -5, -12)), PerStrategyDailyStopR = Maybe(Pick(-0.3, -2)), PerStrategyDailyTrades = Maybe(_random.Next(1, 9)),
        MaxOpenPositions = Maybe(_random.Next(1, 4)), MaxSymbolPositions = Maybe(_random.Next(1, 3)), MaxSpreadPips = Maybe(Pick(1.0, 3)),
        MinStopPips = Pick(0, 1, 4), CooldownMinutes = Pick(0, 0, 30, 240), HaltCountsOpen = _random.Next(3) == 0, FlattenOnHalt = _random.Next(2) == 0,
        Drawdown = _random.Next(2) == 0 ? null : new DrawdownPlan(Pick(0.2, 1, 5), Pick(20, 600, 4000)),
        GlobalDailyTargetR = Seldom() ? Pick(0.4, 1.2, 3, 8) : null, MaxCurrencyNet = Seldom() ? _random.Next(1, 4) : null,
        LossStreak = !Seldom() ? null : new LossStreakPlan(Pick(1, 2, 4), Pick(5, 120, 3000)),
        Weights = !Seldom() ? new WeightPlan() : new WeightPlan
        {
            Strategies = strategies.ToDictionary(s => s, _ => Pick(0, 0.5, 1, 1.7)), Symbols = instruments.ToDictionary(i => i.Symbol, _ => Pick(0.2, 1, 3)),
        },
        RiskParity = !Seldom() ? null : new RiskParityPlan(Pick(1, 2, 5), Pick(0, 0.1, 0.25), Pick(0.7, 1)),
    };

    private Dictionary<string, object?> Values(StrategyDefinition definition, string id) => definition.Parameters.ToDictionary(
        p => p.Name, p => p.Name switch { "seed" => _random.Next(), "rate" => id == "calm" ? 0.01 : Pick(0.05, 0.3, 0.8), _ => p.Default });

    private SessionWindow[] Windows() => [.. Enumerable.Range(0, _random.Next(1, 3)).Select(_ => Pick(
        SessionWindows.Always, SessionWindows.Daily("07:00", "11:30", Pick(Zones)), SessionWindows.Daily("22:00", "04:00", Pick(Zones)),
        SessionWindows.On("02:30", "16:00", Pick(Zones), DaysOfWeek.Of(DayOfWeek.Monday, DayOfWeek.Thursday, DayOfWeek.Sunday), Holidays())))];

    private int[] Holidays() => [.. Enumerable.Range(0, 6).Select(_ => (int)(EngineHarness.At("2026-03-01T00:00:00Z") / EventTime.Day) + _random.Next(-130, 40))];

    private SharedBars Series(Instrument instrument, Interval interval, long start, int count)
    {
        var (from, until) = (_random.Next(3) == 0 ? _random.Next(count / 2) : 0, _random.Next(3) == 0 ? _random.Next(count / 2, count) : count);
        if (_random.Next(25) == 0) until = from;
        var (missing, isMeasured, hasInner, isDisordered) = (Pick(0, 0.01, 0.2), _random.Next(2) == 0, _random.Next(2) == 0, _random.Next(15) == 0);
        var closed = Pick(1, 40, 100);
        var price = instrument.Quote == "JPY" ? 150 : instrument.Quote == "GBP" ? 0.86 : 1.1;
        List<StepBar> bars = [];
        for (var i = from; i < until; i++)
        {
            var open = _random.Next(30) == 0 ? price + (_random.NextDouble() - 0.5) * 20 * instrument.Pip : price;
            price = Round(open + (_random.NextDouble() - 0.5) * 12 * instrument.Pip);
            open = Round(open);
            var bar = new Bar(
                start + i * interval.Milliseconds, open, Round(Math.Max(open, price) + _random.NextDouble() * 5 * instrument.Pip),
                Round(Math.Min(open, price) - _random.NextDouble() * 5 * instrument.Pip), price, _random.Next(100));
            if (_random.NextDouble() < missing || (i / closed % 3 == 2 && closed > 1)) continue;
            if (isDisordered && _random.Next(50) == 0) bar = bar with { High = bar.Close, Low = bar.Close };
            bars.Add(new StepBar(0, bar, Spread(), Spread()) { Inner = hasInner && _random.Next(5) > 0 ? Inner(bar) : default });
        }

        return SharedBars.Of(bars.ToArray());

        double Round(double p) => Math.Round(p, instrument.Digits);
        double Spread() => isMeasured && _random.Next(10) > 0 ? (_random.NextDouble() * 4 - 0.4) * instrument.Pip : double.NaN;
        InnerBar[] Inner(Bar bar)
        {
            var step = interval.Milliseconds / 5;
            var before = bar.Open;
            return [.. Enumerable.Range(0, 5).Where(_ => _random.Next(6) > 0).Select(k =>
            {
                var (open, close) = (before, Round(bar.Low + _random.NextDouble() * (bar.High - bar.Low)));
                before = close;
                return new InnerBar(
                    new Bar(bar.Time + k * step, open, Math.Max(open, close) + _random.Next(2) * instrument.Pip, Math.Min(open, close) - _random.Next(2) * instrument.Pip, close),
                    Spread(), Spread());
            })];
        }
    }

    private TimeZoneInfo Zone() => TimeZoneInfo.FindSystemTimeZoneById(Pick(Zones));

    // What keeps orders out is drawn less often: a run without trades compares nothing.
    private bool Seldom() => _random.Next(4) == 0;

    private T Pick<T>(params T[] values) => values[_random.Next(values.Length)];

    private T? Maybe<T>(T value) where T : struct => _random.Next(2) == 0 ? null : value;
}
