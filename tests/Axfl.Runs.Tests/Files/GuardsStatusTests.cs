using Axfl.Contracts;
using Axfl.Runs.Files;

namespace Axfl.Runs.Tests.Files;

/// <summary>The member <c>guards</c> of a status.</summary>
public class GuardsStatusTests
{
    private static readonly NewsStatus News = new(new DateTime(2026, 7, 2, 12, 30, 0, DateTimeKind.Utc), "Payrolls", ["USD"], true);

    [Fact]
    public void It_stands_after_blocked_with_what_the_plan_has()
    {
        var status = SampleStatus.Quiet with { News = News, Parity = [new("EURUSD", 1.21), new("GBPUSD", 0.79)], CurrencyNet = [new("EUR", 1), new("USD", -2)] };
        Assert.Contains(
            "},\"guards\":{\"news\":{\"next\":\"2026-07-02T12:30:00Z\",\"title\":\"Payrolls\",\"currencies\":[\"USD\"],\"active\":true},"
            + "\"parity\":{\"EURUSD\":1.21,\"GBPUSD\":0.79},\"currency_net\":{\"EUR\":1,\"USD\":-2}},\"data\":", StatusJson.Write(status), StringComparison.Ordinal);
        Assert.Contains("\"guards\":{\"news\":{\"next\":null,\"title\":null,\"currencies\":[],\"active\":false}},", StatusJson.Write(SampleStatus.Quiet with { News = new(null, null, [], false) }), StringComparison.Ordinal);
        Assert.Contains("\"guards\":{\"currency_net\":{}},", StatusJson.Write(SampleStatus.Quiet with { CurrencyNet = [] }), StringComparison.Ordinal);
        Assert.DoesNotContain("guards", StatusJson.Write(SampleStatus.Quiet), StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_read_back()
    {
        var status = SampleStatus.Quiet with { News = News, Parity = [new("EURUSD", 1.21)], CurrencyNet = [new("USD", -2)] };
        var read = StatusReading.Read(StatusJson.Write(status));
        Assert.Equal((status.News!.Next, "Payrolls", true), (read.News!.Next, read.News.Title, read.News.Active));
        Assert.Equal(["USD"], read.News.Currencies);
        Assert.Equal(status.Parity, read.Parity);
        Assert.Equal(status.CurrencyNet, read.CurrencyNet);
        Assert.Null(StatusReading.Read(StatusJson.Write(SampleStatus.Quiet)).News);
    }

    [Fact]
    public void Lists_of_a_status_lie_on_its_root_where_ConvertTo_Json_does_not_cut_them() =>
        Assert.All(new[] { nameof(PortfolioStatus.News), nameof(PortfolioStatus.Parity), nameof(PortfolioStatus.CurrencyNet) }, p => Assert.NotNull(typeof(PortfolioStatus).GetProperty(p)));
}
