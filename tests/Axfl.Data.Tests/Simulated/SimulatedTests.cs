using System.Buffers.Binary;
using System.Security.Cryptography;
using Axfl.Contracts;
using Axfl.Data.Bars;
using Axfl.Data.Markets;
using Axfl.Engine.Portfolio;
using Axfl.Testing;

namespace Axfl.Data.Tests.Simulated;

public sealed class SimulatedTests
{
    private static readonly long July = DataFolder.Time("2025-07-01T00:00:00Z"), August = DataFolder.Time("2025-08-01T00:00:00Z");

    [Fact]
    public void The_same_bars_come_on_every_machine()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var bytes = new byte[8];
        foreach (var bar in Read(DataFolder.EurUsd, "5m", July, August))
        {
            foreach (var value in new[] { bar.Time, Bits(bar.Open), Bits(bar.High), Bits(bar.Low), Bits(bar.Close) })
            {
                BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
                hash.AppendData(bytes);
            }
        }

        Assert.StartsWith("d0e8f8492fef2e4157ebc9e616da9f745901c72b7", Convert.ToHexStringLower(hash.GetHashAndReset()), StringComparison.Ordinal);
    }

    [Fact]
    public void Bars_are_valid_the_market_closes_at_weekends_and_symbols_differ()
    {
        var bars = Read(DataFolder.EurUsd, "5m", July, August);
        var filter = new BarFilter(new Interval(5));
        var week = new FxWeek();
        Assert.All(bars, b => Assert.Equal(BarVerdict.Accepted, filter.Take(b)));
        Assert.DoesNotContain(bars, b => week.IsClosed(b.Time));
        Assert.InRange(bars.Count, 6000, 7000);
        Assert.NotEqual(bars[0].Open, Read(DataFolder.Gold, "5m", July, August)[0].Open);
    }

    [Fact]
    public void A_period_is_part_of_any_longer_one_and_longer_bars_are_made_of_shorter()
    {
        var week = July + 7 * EventTime.Day;
        var whole = Read(DataFolder.EurUsd, "5m", July, August);
        Assert.Equal(whole.Where(b => b.Time >= week), Read(DataFolder.EurUsd, "5m", week, August));

        var hour = Read(DataFolder.EurUsd, "1h", July, August)[3];
        Bar[] inside = [.. whole.Where(b => b.Time >= hour.Time && b.Time < hour.Time + 3_600_000)];
        Assert.Equal((inside[0].Open, inside.Max(b => b.High), inside.Min(b => b.Low), inside[^1].Close), (hour.Open, hour.High, hour.Low, hour.Close));
    }

    [Fact]
    public void Most_nights_leave_a_range_that_the_London_morning_sweeps()
    {
        var days = Read(DataFolder.EurUsd, "5m", July, August).GroupBy(b => b.Time / EventTime.Day).Where(d => d.Count() == 288).ToArray();
        var swept = days.Count(d =>
        {
            Bar[] night = [.. d.Where(b => b.Time % EventTime.Day < 7 * 3_600_000)], morning = [.. d.Where(b => b.Time % EventTime.Day is >= 7 * 3_600_000 and < 10 * 3_600_000)];
            return morning.Max(b => b.High) > night.Max(b => b.High) || morning.Min(b => b.Low) < night.Min(b => b.Low);
        });
        Assert.True(days.Length >= 15);
        Assert.True(swept > days.Length / 2);
    }

    [Fact]
    public void Bars_of_a_metal_in_its_daily_rest_are_counted_and_said_and_none_lies_in_a_weekend()
    {
        var rest = Read(DataFolder.Gold, "5m", July, August).Where(b => FxWeek.IsMetalsRest(b.Time)).ToArray();
        Assert.Equal(12, rest.Count(b => EventTime.ToIso(b.Time).StartsWith("2025-07-08", StringComparison.Ordinal)));

        var source = BarSources.Open("simulated", new SourceRequest([DataFolder.EurUsd, DataFolder.Gold], new Interval(5), "", [], null, false, July, August), out _);
        Assert.Equal("XAUUSD: the simulated market has bars from 17:00 to 18:00 New York, when the real one rests", Assert.Single(source.Notes.Skip(1)));
        using var reader = source.Open(1, July, August);
        var buffer = new StepBar[1000];
        var week = new FxWeek();
        for (int count; (count = reader.Read(buffer)) > 0;) Assert.DoesNotContain(buffer[..count], s => week.IsClosed(s.Bar.Time));
        Assert.Equal(rest.Length, reader.Counts.OutsideHours);
    }

    [Fact]
    public void An_open_period_is_a_fixed_quarter()
    {
        var bars = Read(DataFolder.EurUsd, "1h", long.MinValue, long.MaxValue);
        Assert.Equal("2025-07-01T00:00:00Z", EventTime.ToIso(bars[0].Time));
        Assert.Equal("2025-09-30T23:00:00Z", EventTime.ToIso(bars[^1].Time));
    }

    private static List<Bar> Read(Instrument instrument, string interval, long from, long until)
    {
        Assert.True(Interval.TryParse(interval, out var parsed));
        var source = BarSources.Open("simulated", new SourceRequest([instrument], parsed, "", [], null, false, from, until), out _);
        using var reader = source.Open(0, from == long.MinValue ? source.FirstTime(0)!.Value : from, until);
        var bars = new List<Bar>();
        var buffer = new StepBar[1000];
        int count;
        while ((count = reader.Read(buffer)) > 0) bars.AddRange(buffer.Take(count).Select(s => s.Bar));
        return bars;
    }

    private static long Bits(double value) => BitConverter.DoubleToInt64Bits(value);
}
