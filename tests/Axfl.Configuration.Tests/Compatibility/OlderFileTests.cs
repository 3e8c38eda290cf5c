using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Strategies.Catalogue;
using Axfl.Testing;

namespace Axfl.Configuration.Tests.Compatibility;

public class OlderFileTests
{
    private const string Older = """
        portfolio:
          symbols: [EURUSD]
          dd_lock: {trailing_pct: 4, cooloff_min: 90}
          news_guard: {enabled: false, minutes: 30}
        portfolio_ny:
          symbols: [EURUSD]
        strategies:
          - name: lsg
            windows: [{start: 07:00, end: 10:00}]
            params: {reentry_window_m: 20, time_stop_m: 60}
        strategies_ny:
          - name: orb
            windows: [{start: 12:30, end: 16:00}]
            params: {session: ny, thr_break_pips: 6, use_trend_filter: false}
        """;

    private static RunPlan Load(string text, string profile)
    {
        using var sessions = new SessionsFiles(text);
        return SessionsLoader.Load(new RunRequest { SessionsPath = sessions.Path, Profile = profile }, StrategyCatalogue.BuiltIn);
    }

    [Fact]
    public void A_file_of_the_older_program_loads_with_a_warning_for_each_older_key()
    {
        var plan = Load(Older, "portfolio");
        Assert.Equal((20, 60), (SessionsFiles.Value(plan, "lsg", "EURUSD", "reentry_window_minutes"), plan.Engine.Symbols[0].Slots[0].TimeStopMinutes));
        Assert.Equal(new DrawdownPlan(4, 90), plan.Engine.Risk.Drawdown);
        Assert.All(plan.Description.Warnings, w => Assert.True(w.IsWarning));
        string[] keys = ["dd_lock", "enabled", "news_guard", "reentry_window_m", "time_stop_m", "session", "thr_break_pips", "use_trend_filter"];
        Assert.Equal(keys.Order(), plan.Description.Warnings.Select(w => w.Key.Split('.')[^1]).Order());
        Assert.Contains(plan.Description.Warnings, w => w.Message.Contains("write 'reentry_window_minutes'", StringComparison.Ordinal));
    }

    [Fact]
    public void A_top_level_list_goes_to_the_profile_of_its_name()
    {
        var plan = Load(Older, "portfolio_ny");
        Assert.Equal(["orb"], plan.Engine.Strategies);
        Assert.Equal("12:30-16:00 UTC Mon-Fri", plan.Description.Strategies[0].Windows);
        Assert.Equal((6.0, 5.0, false), (SessionsFiles.Value(plan, "orb", "EURUSD", "break_pips"), SessionsFiles.Value(plan, "orb", "EURUSD", "min_range_pips"),
            SessionsFiles.Value(plan, "orb", "EURUSD", "trend_filter")));
        Assert.Equal(TimeOfDay.Parse("12:30"), SessionsFiles.Value(plan, "orb", "EURUSD", "range_start"));
        Assert.Equal("sessions.yaml:14", SessionsFiles.Origin(plan, "strategies.orb.EURUSD.range_start"));
    }

    [Fact]
    public void A_top_level_list_no_profile_uses_is_warned_of() =>
        Assert.Contains("no profile uses 'strategies_ny'", Assert.Single(SessionsFiles.Check(SessionsFiles.Small + "\nstrategies_ny: []\n")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("dd_lock: 3\n  cooloff_min: 45", 3, 45)]
    [InlineData("risk: {dd_lock: {enabled: true, pct: 3, cooloff_minutes: 45}}", 3, 45)]
    [InlineData("dd_lock: true", 5, 120)]
    public void The_older_drawdown_lock_is_read_in_its_forms(string line, double percent, int minutes) =>
        Assert.Equal(new DrawdownPlan(percent, minutes), SessionsFiles.Load(SessionsFiles.Small + "\n  " + line).Engine.Risk.Drawdown);

    [Fact]
    public void The_older_drawdown_lock_that_is_off_gives_none() =>
        Assert.Null(SessionsFiles.Load(SessionsFiles.Small + "\n  dd_lock: {enabled: false, trailing_pct: 3}").Engine.Risk.Drawdown);

    [Fact]
    public void An_older_and_the_present_name_of_one_key_together_are_an_error_unless_one_is_of_the_command_line()
    {
        const string Both = SessionsFiles.Small + "\n      params: {time_stop_m: 60, time_stop_minutes: 60}";
        Assert.Contains(SessionsFiles.Check(Both), p => !p.IsWarning && p.Message.Contains("are the same key", StringComparison.Ordinal));
        var plan = SessionsFiles.Load(SessionsFiles.Small + "\n      params: {time_stop_m: 60}", "strategies.lsg.params.time_stop_minutes=30");
        Assert.Equal(30, plan.Engine.Symbols[0].Slots[0].TimeStopMinutes);
    }

    [Theory]
    [InlineData("EUR/USD")]
    [InlineData("EUR_USD")]
    [InlineData("OANDA:EUR_USD")]
    [InlineData("EURUSD=X")]
    [InlineData("eurusd")]
    [InlineData("eur-usd")]
    public void Any_spelling_names_the_same_instrument(string spelling) =>
        Assert.Equal("EURUSD", SessionsFiles.Load(SessionsFiles.Small.Replace("EURUSD", $"\"{spelling}\"", StringComparison.Ordinal)).Engine.Symbols[0].Instrument.Symbol);

    [Fact]
    public void A_symbol_of_the_users_own_needs_its_fields_and_one_of_the_table_can_be_changed_in_part()
    {
        const string Own = "\ninstruments:\n  US500: {base: SPX, quote: USD, pip: 1, digits: 1}\n  EURUSD: {digits: 4}\n";
        var plan = SessionsFiles.Load(SessionsFiles.Small.Replace("GBPUSD", "US500", StringComparison.Ordinal) + Own);
        Assert.Equal(new Instrument("US500", "SPX", "USD", 1, 1, 1), plan.Engine.Symbols[1].Instrument);
        Assert.Equal(new Instrument("EURUSD", "EUR", "USD", 0.0001, 4, 0.6), plan.Engine.Symbols[0].Instrument);
        Assert.Contains("is not in any table", SessionsFiles.Problem(SessionsFiles.Small + "\ninstruments: {US500: {base: SPX, quote: USD, pip: 1}}\n").Message, StringComparison.Ordinal);
    }
}
