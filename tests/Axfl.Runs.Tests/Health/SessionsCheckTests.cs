using Axfl.Runs.Health;
using Axfl.Runs.Live;

namespace Axfl.Runs.Tests.Health;

public class SessionsCheckTests
{
    [Fact]
    public async Task A_plan_that_can_be_used_is_told()
    {
        using var stage = new HealthStage();
        Assert.Single(await stage.Run(new SessionsCheck())).IsOk().Seen("orb on EURUSD, GBPUSD, 5m");
    }

    [Fact]
    public async Task A_warning_of_the_file_is_a_warning()
    {
        using var stage = new HealthStage();
        stage.Sessions += "\nstrategies_other: [{name: orb}]";
        Assert.Single(await stage.Run(new SessionsCheck())).Warns("no profile uses 'strategies_other'", "correct the lines named");
    }

    [Fact]
    public async Task All_errors_of_the_file_are_named_with_their_lines()
    {
        using var stage = new HealthStage();
        stage.Sessions = stage.Sessions.Replace("interval: 5m", "intervall: 5m", StringComparison.Ordinal).Replace("warmup_days: 3", "warmup_days: -1", StringComparison.Ordinal);
        var row = Assert.Single(await stage.Run(new SessionsCheck())).Fails("2 errors: ", "axfl sessions check");
        row.Seen("sessions.yaml(3,3)").Seen("sessions.yaml(4,16)").Seen("Did you mean 'interval'?");
    }

    [Fact]
    public async Task A_file_that_is_not_there_fails_by_its_path()
    {
        using var stage = new HealthStage();
        var rows = await HealthChecks.Run(
            stage.Request with { SessionsPath = stage["nowhere.yaml"] }, _ => [], new HealthPorts(new LivePorts(null!, null!, "here", stage.Time), _ => null, _ => null, null!), false, null, CancellationToken.None);
        rows.Of("sessions").Fails(stage["nowhere.yaml"], "--cfg");
    }
}
