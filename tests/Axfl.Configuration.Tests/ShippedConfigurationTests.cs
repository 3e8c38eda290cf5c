using Axfl.Configuration.Keys;
using Axfl.Configuration.Plan;
using Axfl.Configuration.Yaml;
using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Strategies.Catalogue;
using Axfl.Testing;

namespace Axfl.Configuration.Tests;

public class ShippedConfigurationTests
{
    private static RunPlan Shipped(string profile)
    {
        using var elsewhere = new SessionsFiles("");
        return SessionsLoader.Load(new RunRequest { Profile = profile, WorkingDirectory = elsewhere.Folder }, StrategyCatalogue.BuiltIn);
    }

    [Theory]
    [InlineData("portfolio", "lsg,orb,arls", "07:00-10:00 UTC Mon-Fri")]
    [InlineData("portfolio_london", "lsg,orb,arls", "07:00-10:00 Europe/London Mon-Fri")]
    [InlineData("portfolio_ny", "orb", "12:30-16:00 UTC Mon-Fri")]
    public void Shipped_profiles_load_without_a_problem(string profile, string strategies, string windows)
    {
        var plan = Shipped(profile);
        Assert.Empty(plan.Description.Warnings);
        Assert.Equal(strategies, string.Join(",", plan.Engine.Strategies));
        Assert.All(plan.Description.Strategies, s => Assert.Equal(windows, s.Windows));
        Assert.Equal(["EURUSD", "GBPUSD", "XAUUSD"], plan.Description.Symbols);
        Assert.Equal("sessions.yaml (shipped)", plan.SessionsPath);
    }

    [Fact]
    public void The_shipped_file_in_the_repository_is_the_embedded_one()
    {
        var path = Repository.PathOf("config", "sessions.yaml");
        Assert.Equal(["portfolio", "portfolio_london", "portfolio_ny"], SessionsLoader.Profiles(path));
        Assert.Empty(SessionsLoader.Check(new RunRequest { SessionsPath = path }, StrategyCatalogue.BuiltIn));
    }

    [Fact]
    public void The_shipped_portfolio_is_what_a_file_with_defaults_alone_gives()
    {
        var small = SessionsFiles.Load("""
            portfolio:
              symbols: [EURUSD, GBPUSD, XAUUSD]
              strategies:
                - name: lsg
                  windows: [{start: "07:00", end: "10:00"}]
                - name: orb
                  windows: [{start: "07:00", end: "10:00"}]
                - name: arls
                  windows: [{start: "07:00", end: "10:00"}]
            """);
        static string Text(RunPlan plan) => PlanYaml.Write(plan with { DataDir = "/data" });
        Assert.Equal(Text(small), Text(Shipped("portfolio")));
        Assert.Equal(new RiskPlan(), small.Engine.Risk);
        Assert.Equal(new CostPlan(), small.Engine.Costs);
        Assert.Equal(new AccountPlan(), small.Engine.Account);
        Assert.Equal((3, 180, 36, "auto", "OANDA", 0L), (small.WarmupDays, small.StatusEverySeconds, small.StatusEveryBars, small.Source, small.Venue, small.Engine.Since));
        Assert.Equal([0.6, 0.9, 2.5], small.Engine.Symbols.Select(s => s.SpreadPips));
    }

    [Theory]
    [InlineData("EURUSD", "EUR", "USD", 0.0001, 5, 0.6)]
    [InlineData("USDJPY", "USD", "JPY", 0.01, 3, 1.0)]
    [InlineData("XAUUSD", "XAU", "USD", 0.1, 2, 2.5)]
    [InlineData("XAGUSD", "XAG", "USD", 0.01, 3, 1.0)]
    public void Shipped_instruments_have_the_fields_of_the_table(string symbol, string baseCurrency, string quote, double pip, int digits, double spread)
    {
        var table = new InstrumentTable();
        var log = new ProblemLog();
        table.Add(YamlTree.Parse(EmbeddedDefaults.Read("instruments.yaml"), "instruments.yaml", log), "", true, log);
        Assert.Empty(log.InFileOrder);
        Assert.Equal(30, table.Symbols.Count());
        Assert.Equal(new Instrument(symbol, baseCurrency, quote, pip, digits, spread), table.Find(symbol));
    }

    [Fact]
    public void Tuned_defaults_go_to_their_symbol_and_interval_alone()
    {
        var plan = SessionsFiles.Load(SessionsFiles.Small);
        Assert.Equal(0.5, SessionsFiles.Value(plan, "lsg", "EURUSD", "bos_buffer_pips"));
        Assert.Equal(1.0, SessionsFiles.Value(plan, "lsg", "GBPUSD", "bos_buffer_pips"));
        Assert.Equal("tuned default", SessionsFiles.Origin(plan, "strategies.lsg.EURUSD.bos_buffer_pips"));
        Assert.Equal("default", SessionsFiles.Origin(plan, "strategies.lsg.GBPUSD.bos_buffer_pips"));
        Assert.Equal(1.0, SessionsFiles.Value(SessionsFiles.Load(SessionsFiles.Small, "interval=15m"), "lsg", "EURUSD", "bos_buffer_pips"));
    }

    [Fact]
    public void Files_beside_the_sessions_file_replace_the_shipped_ones()
    {
        using var sessions = new SessionsFiles(SessionsFiles.Small);
        File.WriteAllText(Path.Combine(sessions.Folder, "tuned.yaml"), "");
        File.WriteAllText(Path.Combine(sessions.Folder, "instruments.yaml"), """
            EURUSD: {base: EUR, quote: USD, pip: 0.0001, digits: 4, spread_pips: 7}
            GBPUSD: {base: GBP, quote: USD, pip: 0.0001, digits: 4}
            """);
        var plan = SessionsLoader.Load(new RunRequest { SessionsPath = sessions.Path }, StrategyCatalogue.BuiltIn);
        Assert.Equal(1.0, SessionsFiles.Value(plan, "lsg", "EURUSD", "bos_buffer_pips"));
        Assert.Equal([7.0, 1.0], plan.Engine.Symbols.Select(s => s.SpreadPips));
        Assert.Equal(4, plan.Engine.Symbols[0].Instrument.Digits);
        Assert.Equal("1.10000", plan.Engine.Symbols[0].Instrument.FormatPrice(1.1));
    }
}
