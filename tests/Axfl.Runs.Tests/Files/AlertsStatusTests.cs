using Axfl.Contracts;
using Axfl.Runs.Files;

namespace Axfl.Runs.Tests.Files;

/// <summary>The member <c>alerts</c> of a status.</summary>
public class AlertsStatusTests
{
    [Fact]
    public void It_stands_last_where_the_run_sends_alerts_and_is_read_back()
    {
        var line = StatusJson.Write(SampleStatus.Quiet with { Alerts = new(12, 1, 3) });
        Assert.EndsWith("\",\"alerts\":{\"sent\":12,\"failed\":1,\"dropped\":3}}", line, StringComparison.Ordinal);
        Assert.Equal(new AlertStatus(12, 1, 3), StatusReading.Read(line).Alerts);
        Assert.DoesNotContain("alerts", StatusJson.Write(SampleStatus.Quiet), StringComparison.Ordinal);
        Assert.Null(StatusReading.Read(StatusJson.Write(SampleStatus.Quiet)).Alerts);
    }
}
