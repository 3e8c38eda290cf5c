using Axfl.Contracts;
using Axfl.Strategies.Catalogue;
using Axfl.Testing;

namespace Axfl.Configuration.Tests.Yaml;

/// <summary>YAML's merge key, and files too large to be read.</summary>
public sealed class MergeKeyTests
{
    [Fact]
    public void A_merge_key_takes_keys_over_and_what_stands_there_wins()
    {
        var plan = SessionsFiles.Load("""
            portfolio:
              symbols: [EURUSD]
              risk: {<<: [{cooldown_minutes: 7}, {cooldown_minutes: 9, max_open_positions: 5}], max_symbol_positions: 2}
              strategies:
                - &one
                  name: lsg
                  windows: [{start: "07:00", end: "10:00"}]
                - <<: *one
                  name: orb
            """);
        Assert.Equal(7, plan.Engine.Risk.CooldownMinutes);
        Assert.Equal(5, plan.Engine.Risk.MaxOpenPositions);
        Assert.Equal(2, plan.Engine.Risk.MaxSymbolPositions);
        Assert.Equal(["lsg", "orb"], plan.Engine.Strategies);
    }

    [Fact]
    public void A_merge_key_of_no_map_is_an_error_of_its_line()
    {
        var problem = Assert.Single(SessionsFiles.Check(SessionsFiles.Small + "\n  risk: {<<: 7}\n"), p => !p.IsWarning);
        Assert.Equal((6, "<<"), (problem.Line, problem.Key));
    }

    [Fact]
    public void A_file_without_end_is_refused_and_not_kept()
    {
        using var sessions = new SessionsFiles(new string('#', 5_000_000));
        var error = Assert.Throws<AxflException>(() => SessionsLoader.Load(new RunRequest { SessionsPath = sessions.Path }, StrategyCatalogue.BuiltIn));
        Assert.Equal(("SessionsFileTooLarge", ErrorKind.Configuration), (error.ErrorId, error.Kind));
    }
}
