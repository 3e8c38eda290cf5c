using Axfl.Contracts;
using Axfl.Strategies.Catalogue;
using Axfl.Testing;

namespace Axfl.Configuration.Tests.Yaml;

public class ProblemTests
{
    // A profile with one line of the test's own at line 3.
    private static string With(string line) => $$"""
        portfolio:
          symbols: [EURUSD, GBPUSD]
          {{line}}
          strategies:
            - name: lsg
              windows: [{start: "07:00", end: "10:00"}]
        """;

    [Theory]
    [InlineData("spraed_pips: 1", 3, "portfolio.spraed_pips", "the key 'spraed_pips' does not exist. Did you mean 'spread_pips'?")]
    [InlineData("max_open_positions: 1", 3, "portfolio.max_open_positions", "It belongs under 'risk'.")]
    [InlineData("zzz: 1", 3, "portfolio.zzz", "Keys here: symbols, interval")]
    [InlineData("interval: 7m", 13, "portfolio.interval", "'7m' is not one of 1m 5m 15m 30m 1h 4h 1d")]
    [InlineData("source: dukascopi", 11, "portfolio.source", "Did you mean 'dukascopy'?")]
    [InlineData("intrabar: bets", 13, "portfolio.intrabar", "Did you mean 'best'?")]
    [InlineData("warmup_days: three", 16, "portfolio.warmup_days", "is 'three'; a number is needed")]
    [InlineData("warmup_days: \"3\"", 16, "portfolio.warmup_days", "Write it without quotes")]
    [InlineData("warmup_days: 1.5", 16, "portfolio.warmup_days", "a whole number is needed")]
    [InlineData("warmup_days: -1", 16, "portfolio.warmup_days", "-1 is out of range: at least 0 and at most 365")]
    [InlineData("warmup_days: [3]", 16, "portfolio.warmup_days", "is a list; a number is needed")]
    [InlineData("warmup_days: null", 16, "portfolio.warmup_days", "is null; a number is needed")]
    [InlineData("spread_pips: .nan", 16, "portfolio.spread_pips", "a number is needed")]
    [InlineData("close_at_end: yes", 17, "portfolio.close_at_end", "true or false is needed")]
    [InlineData("holidays: [2025-02-30]", 14, "portfolio.holidays", "a date like 2025-12-25 is needed")]
    [InlineData("trading_day: {timezone: Europe/Londn}", 27, "portfolio.trading_day.timezone", "Did you mean 'Europe/London'?")]
    [InlineData("trading_day: {start: \"24:00\"}", 24, "portfolio.trading_day.start", "24:00, which ends a day")]
    [InlineData("trading_day: UTC", 16, "portfolio.trading_day", "is 'UTC'; a map of keys is needed")]
    [InlineData("data_timezone: Mars/Base", 18, "portfolio.data_timezone", "is not a valid time zone")]
    [InlineData("account: {risk_per_trade_pct: 0}", 33, "portfolio.account.risk_per_trade_pct", "0 is out of range: more than 0 and at most 100")]
    [InlineData("costs: {slippage_on: [stops]}", 25, "portfolio.costs.slippage_on", "Did you mean 'stop'?")]
    [InlineData("costs: {atr_divisor: 0}", 24, "portfolio.costs.atr_divisor", "more than 0")]
    [InlineData("risk: {global_daily_stop_r: 5}", 31, "portfolio.risk.global_daily_stop_r", "a daily stop is negative, like -5; null switches it off")]
    [InlineData("risk: {max_open_positions: 0}", 30, "portfolio.risk.max_open_positions", "at least 1")]
    [InlineData("risk: {drawdown: {trailing_pc: 5, trailing_pct: 5}}", 21, "portfolio.risk.drawdown.trailing_pc", "Did you mean 'trailing_pct'?")]
    [InlineData("risk: {drawdown: {}}", 20, "portfolio.risk.drawdown.trailing_pct", "is missing")]
    [InlineData("spreads: {EURUSX: 1}", 13, "portfolio.spreads.EURUSX", "Did you mean 'EURUSD'?")]
    public void A_wrong_key_or_value_is_named_with_its_place_and_what_would_be_right(string line, int column, string key, string message)
    {
        var problem = SessionsFiles.Problem(With(line));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal((3, column, key, false), (problem.Line, problem.Column, problem.Key, problem.IsWarning));
        Assert.EndsWith("sessions.yaml", problem.File, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- name: lgs\n      windows: [{start: \"07:00\", end: \"10:00\"}]", "there is no strategy 'lgs'; there are arls, lsg, orb. Did you mean 'lsg'?")]
    [InlineData("- windows: [{start: \"07:00\", end: \"10:00\"}]", "is missing: which strategy?")]
    [InlineData("- name: lsg", "is missing: when does it trade?")]
    [InlineData("- name: lsg\n      windows: []", "at least one window is needed")]
    [InlineData("- lsg", "is 'lsg'; {name: lsg, windows: [...]} is needed")]
    [InlineData("- name: lsg\n      windows: [{start: \"07:00\", end: \"07:00\"}]", "start and end are both 07:00")]
    [InlineData("- name: lsg\n      windows: [{start: \"07:00\"}]", "is missing; a window is {start:")]
    [InlineData("- name: lsg\n      windows: [{start: \"24:00\", end: \"10:00\"}]", "a start is 00:00 to 23:59")]
    [InlineData("- name: lsg\n      windows: [{start: \"07:00\", end: \"25:00\"}]", "a time of day \"HH:mm\"")]
    [InlineData("- name: lsg\n      windows: [{start: \"07:00\", end: \"10:00\", days: [Mo]}]", "Did you mean 'Mon'?")]
    [InlineData("- name: lsg\n      windows: [{start: \"07:00\", end: \"10:00\", days: []}]", "never opens")]
    [InlineData("- name: lsg\n      windows: [{start: \"07:00\", end: \"10:00\", zone: UTC}]", "the key 'zone' does not exist")]
    [InlineData("- name: lsg\n      symbols: [XAUUSD]\n      windows: [{start: \"07:00\", end: \"10:00\"}]", "'XAUUSD' is not among the profile's symbols (EURUSD, GBPUSD)")]
    [InlineData("- name: lsg\n      sweep_pips: 3\n      windows: [{start: \"07:00\", end: \"10:00\"}]", "It is a parameter of lsg: write it under 'params'.")]
    [InlineData("- name: lsg\n      params: {sweep_pip: 3}\n      windows: [{start: \"07:00\", end: \"10:00\"}]", "Did you mean 'sweep_pips'?")]
    [InlineData("- name: lsg\n      params: {sweep_pips: null}\n      windows: [{start: \"07:00\", end: \"10:00\"}]", "sweep_pips cannot be switched off")]
    [InlineData("- name: lsg\n      params: {min_cluster_count: 0}\n      windows: [{start: \"07:00\", end: \"10:00\"}]", "0 is out of range")]
    [InlineData("- name: lsg\n      params: {timezone: Nowhere}\n      windows: [{start: \"07:00\", end: \"10:00\"}]", "is not a valid time zone")]
    [InlineData("- name: lsg\n      symbol_params: {XAUUSD: {sweep_pips: 3}}\n      windows: [{start: \"07:00\", end: \"10:00\"}]", "does not trade 'XAUUSD'")]
    [InlineData("- name: lsg\n      id: a b\n      windows: [{start: \"07:00\", end: \"10:00\"}]", "'a b' is not an id")]
    [InlineData("- {name: lsg, windows: [{start: \"07:00\", end: \"10:00\"}]}\n    - {name: lsg, windows: [{start: \"07:00\", end: \"10:00\"}]}", "'lsg' is used twice")]
    public void A_wrong_strategy_entry_is_refused_with_what_would_be_right(string entries, string message)
    {
        var problem = SessionsFiles.Problem("portfolio:\n  symbols: [EURUSD, GBPUSD]\n  strategies:\n    " + entries + "\n");
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.InRange(problem.Line, 4, 6);
        Assert.StartsWith("portfolio.strategies[", problem.Key, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("symbols: []", "at least one symbol is needed")]
    [InlineData("symbols: [EURUSD, EUR_USD]", "EURUSD is listed twice")]
    [InlineData("symbols: [EURUSDD]", "'EURUSDD' is not in the instruments table. Did you mean 'EURUSD'?")]
    [InlineData("symbols: EURUSD", "is 'EURUSD'; a list of symbols")]
    [InlineData("symbols: [EURGBP]", "EURGBP is quoted in GBP, and the account is in USD: add GBPUSD to the symbols")]
    [InlineData("symbols: [EURJPY]", "add USDJPY to the symbols")]
    [InlineData("venue: OANDA", "is missing: which symbols are traded?")]
    public void Wrong_symbols_are_refused_with_what_would_be_right(string symbols, string message) =>
        Assert.Contains(message, SessionsFiles.Problem($$"""
            portfolio:
              {{symbols}}
              strategies: [{name: lsg, windows: [{start: "07:00", end: "10:00"}]}]
            """).Message, StringComparison.Ordinal);

    [Fact]
    public void All_errors_of_all_profiles_are_told_at_once_in_file_order()
    {
        using var sessions = new SessionsFiles("""
            portfolio:
              symbols: [EURUSD]
              warmup_days: -1
              strategies: [{name: lsg, windows: [{start: "07:00", end: "10:00"}], params: {tol_pips: x}}]
            portfolio_ny:
              symbols: [EURUSX]
              sources: csv
            """);
        var error = Assert.Throws<ConfigurationException>(() => SessionsLoader.Load(new RunRequest { SessionsPath = sessions.Path }, StrategyCatalogue.BuiltIn));
        Assert.Equal("SessionsFileInvalid", error.ErrorId);
        Assert.Equal([3, 4, 6, 6, 7], error.Problems.Select(p => p.Line));
        Assert.Contains("sessions.yaml(3,16): error: portfolio.warmup_days: -1 is out of range", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_that_does_not_exist_is_refused_with_those_there_are()
    {
        var request = new RunRequest { Profile = "portfolio_nu", SessionsPath = Repository.PathOf("config", "sessions.yaml") };
        Assert.Contains("the file has portfolio, portfolio_london, portfolio_ny. Did you mean 'portfolio_ny'?",
            Assert.Single(SessionsLoader.Check(request, StrategyCatalogue.BuiltIn)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_does_not_exist_is_told_with_what_to_do()
    {
        var path = Path.Combine(Path.GetTempPath(), "no-such-folder", "sessions.yaml");
        foreach (var use in new Action[]
        {
            () => SessionsLoader.Load(new RunRequest { SessionsPath = path }, []),
            () => SessionsLoader.Check(new RunRequest { SessionsPath = path }, []),
            () => SessionsLoader.Profiles(path),
        })
        {
            var error = Assert.Throws<AxflException>(use);
            Assert.Equal("SessionsFileNotFound", error.ErrorId);
            Assert.Contains("Check the path", error.Message, StringComparison.Ordinal);
        }
    }
}
