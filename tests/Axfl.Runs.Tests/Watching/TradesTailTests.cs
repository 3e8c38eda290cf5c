using Axfl.Runs.Files;
using Axfl.Runs.Watching;

namespace Axfl.Runs.Tests.Watching;

public sealed class TradesTailTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void A_growing_file_is_read_on_and_a_torn_last_line_waits_for_its_rest()
    {
        var tail = new TradesTail(_path);
        File.WriteAllText(_path, TradesCsv.Header + "\n" + Line(1, "2025-10-15T08:00:00Z", 100, 10));
        Assert.Equal([100.0], tail.Read().Pnl);
        var next = Line(2, "2025-10-15T09:00:00Z", -50, 20);
        File.AppendAllText(_path, next[..20]);
        Assert.Equal([100.0], tail.Read().Pnl);
        File.AppendAllText(_path, next[20..]);
        var curve = tail.Read();
        Assert.Equal([100.0, 50], curve.Pnl);
        Assert.Equal(new DateTime(2025, 10, 15, 9, 0, 0, DateTimeKind.Utc), curve.Times[1]);
        // 30 of 110 and 30: all the money that moved.
        Assert.Equal(30.0 / 140, curve.CostShare!.Value, 12);
    }

    [Fact]
    public void A_file_that_became_shorter_is_read_from_its_start()
    {
        var tail = new TradesTail(_path);
        File.WriteAllText(_path, TradesCsv.Header + "\n" + Line(1, "2025-10-15T08:00:00Z", 100, 10) + Line(2, "2025-10-15T09:00:00Z", -50, 20));
        Assert.Equal(2, tail.Read().Pnl.Count);
        File.WriteAllText(_path, TradesCsv.Header + "\n" + Line(1, "2025-10-15T08:00:00Z", 100, 10));
        Assert.Equal([100.0], tail.Read().Pnl);
    }

    [Fact]
    public void A_file_that_is_missing_or_damaged_is_no_curve_and_no_error()
    {
        Assert.Empty(new TradesTail(_path + ".none").Read().Pnl);
        File.WriteAllText(_path, TradesCsv.Header + "\n\"torn,quotes\n1,2,3\n,,,,,,,,,never,,,,x,y\n");
        var curve = new TradesTail(_path).Read();
        Assert.Empty(curve.Pnl);
        Assert.Null(curve.CostShare);
    }

    [Fact]
    public void A_curve_is_sampled_at_the_ends_of_equal_parts_of_its_period()
    {
        var curve = new EquityCurve([Hour(1), Hour(2), Hour(7)], [10, 30, 20], 0, 1);
        Assert.Equal([30.0, 30, 30, 20], curve.Sample(4, Hour(0), Hour(8)));
        Assert.Equal([0, 10, 30, 30, 30, 30, 30, 30.0], new EquityCurve([Hour(2), Hour(3), Hour(9)], [10, 30, 20], 0, 1).Sample(8, Hour(0), Hour(8)));
        Assert.Equal([0.0, 0], EquityCurve.Empty.Sample(2, Hour(0), Hour(8)));

        static DateTime Hour(int hour) => new(2025, 10, 15, hour, 0, 0, DateTimeKind.Utc);
    }

    private static string Line(int id, string exit, double pnl, double costs) =>
        FormattableString.Invariant($"{id},EURUSD,lsg,long,1000,2025-10-15T07:00:00Z,1.1,1.09,,{exit},1.2,TP,1.0000,{pnl},{costs},3,0.0000,1.0000,tag,1.00,1.00,0.00,100.00\n");
}
