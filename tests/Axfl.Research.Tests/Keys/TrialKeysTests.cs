using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Engine.Portfolio;
using Axfl.Research.Keys;
using Axfl.Strategies.Catalogue;

namespace Axfl.Research.Tests.Keys;

/// <summary>What the key of a trial is made of.</summary>
public class TrialKeysTests
{
    private static readonly TradingDayPlan Day = new(TimeZoneInfo.Utc, new TimeOfDay(0));

    private static readonly StepBar[] Bars =
    [
        new(0, new Bar(1_000_000, 1.1, 1.2, 1.0, 1.15, 7), 0.0001, 0.0002),
        new(0, new Bar(1_300_000, 1.15, 1.2, 1.1, 1.12)) { Inner = new InnerBar[] { new(new Bar(1_300_000, 1.15, 1.2, 1.1, 1.12, 3)) } },
    ];

    private static SharedBars Of(StepBar[] bars) => SharedBars.Of(bars);

    [Fact]
    public void A_key_is_the_hash_of_data_plan_and_code_a_line_each() => Assert.Equal(
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes("axfl-trial-1\nd\np\nc"))).ToLowerInvariant(), TrialKeys.Of("d", "p", "c"));

    [Fact]
    public void A_dataset_is_its_start_its_trading_day_and_its_bars_by_symbol()
    {
        var bytes = new List<byte>();
        void Number(double value) => bytes.AddRange(BitConverter.GetBytes(double.IsNaN(value) ? BitConverter.DoubleToInt64Bits(double.NaN) : BitConverter.DoubleToInt64Bits(value)));
        void Time(long value)
        {
            Span<byte> eight = stackalloc byte[8];
            BinaryPrimitives.WriteInt64LittleEndian(eight, value);
            bytes.AddRange(eight);
        }

        Time(42);
        bytes.AddRange("UTC 00:00\nEURUSD\n"u8.ToArray());
        Time(1_000_000);
        foreach (var value in new[] { 1.1, 1.2, 1.0, 1.15, 7, 0.0001, 0.0002 }) Number(value);
        Time(1_300_000);
        foreach (var value in new[] { 1.15, 1.2, 1.1, 1.12, 0, double.NaN, double.NaN }) Number(value);
        Time(1_300_000);
        foreach (var value in new[] { 1.15, 1.2, 1.1, 1.12, 3, double.NaN, double.NaN }) Number(value);
        Assert.Equal(Convert.ToHexString(SHA256.HashData(bytes.ToArray())).ToLowerInvariant(), DatasetKey.Of(42, Day, ["EURUSD"], [Of(Bars)]));
    }

    [Fact]
    public void One_changed_bar_another_start_or_another_trading_day_is_another_dataset()
    {
        var key = DatasetKey.Of(42, Day, ["EURUSD"], [Of(Bars)]);
        Assert.NotEqual(key, DatasetKey.Of(42, new(TimeZoneInfo.Utc, new TimeOfDay(60)), ["EURUSD"], [Of(Bars)]));
        Assert.NotEqual(key, DatasetKey.Of(43, Day, ["EURUSD"], [Of(Bars)]));
        Assert.NotEqual(key, DatasetKey.Of(42, Day, ["EURUSD"], [Of([Bars[0], Bars[1] with { OpenSpread = 0.0001 }])]));
        Assert.NotEqual(key, DatasetKey.Of(42, Day, ["EURUSD"], [Of([Bars[0], Bars[1] with { Inner = default }])]));
        Assert.NotEqual(key, DatasetKey.Of(42, Day, ["EURGBP"], [Of(Bars)]));
    }

    [Fact]
    public void A_dataset_fed_in_pieces_is_the_same()
    {
        var many = Enumerable.Range(0, 5000).Select(i => new StepBar(0, new Bar(i * 300_000L, 1, 2, 0.5, 1 + (i * 1e-5)))).ToArray();
        using var key = new DatasetKey(7, Day);
        key.Begin("EURUSD");
        key.Add(many.AsSpan(0, 1));
        key.Add(many.AsSpan(1, 3000));
        key.Add(many.AsSpan(3001));
        Assert.Equal(DatasetKey.Of(7, Day, ["EURUSD"], [Of(many)]), key.Finish());
    }

    [Fact]
    public void The_code_is_that_of_contracts_engine_strategies_and_of_the_foreign_strategies_in_use()
    {
        var hash = new CodeHash(StrategyCatalogue.BuiltIn);
        var own = hash.Of([StrategyCatalogue.BuiltIn[0]]);
        Assert.Equal(own, hash.Of(StrategyCatalogue.BuiltIn));
        var script = StrategyCatalogue.BuiltIn[0] with { Name = "mine", Source = "script", CodeId = "{ $desk.Buy() }" };
        Assert.NotEqual(own, hash.Of([script]));
        Assert.NotEqual(hash.Of([script]), hash.Of([script with { CodeId = "{ $desk.Sell() }" }]));
        Assert.NotEqual(Guid.Empty.ToString(), StrategyCatalogue.BuiltIn[0].CodeId);
    }

    [Fact]
    public void The_first_bar_that_differs_is_found_by_a_byte_a_bar()
    {
        var many = Enumerable.Range(0, 500).Select(i => new StepBar(0, new Bar(i * 300_000L, 1, 2, 0.5, 1 + (i * 1e-5)))).ToArray();
        var print = Fingerprint.Of([Of(Bars), Of(many)]);
        var changed = many.ToArray();
        changed[317] = changed[317] with { Bar = changed[317].Bar with { Close = 1.5 } };
        Assert.Null(Fingerprint.Difference([Of(Bars), Of(many)], print));
        Assert.Equal((1, 317), Fingerprint.Difference([Of(Bars), Of(changed)], print));
        Assert.Equal((1, 400), Fingerprint.Difference([Of(Bars), Of(many[..400])], print));
        Assert.Equal((0, 0), Fingerprint.Difference([Of(Bars[1..]), Of(many)], print));
    }
}
