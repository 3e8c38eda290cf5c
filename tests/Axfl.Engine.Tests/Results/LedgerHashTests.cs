using System.Globalization;
using Axfl.Contracts;
using Axfl.Engine.Exits;
using Axfl.Engine.Results;
using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Results;

public sealed class LedgerHashTests
{
    // sha256 of "1768289100000|1768290000000|EURUSD|lsg|short|357142|1.099400|1.098000|TP".
    private const string OfOne = "342f13a4d58d3c37696aef3314af8a6de0170a81b785e3f4a3ecbff37739fabb";

    // The same, a line feed, and "1768289100250|1768290000000|USDJPY|orb|long|12.5|157.1234|0.0000|TIME".
    private const string OfTwo = "555509ea99f3f763c5b1e9092d32762117686b3a863487b5745723515bb910e4";

    private static readonly TradeRecord First = new(
        1, EngineHarness.EurUsd, "lsg", Side.Short, 357142, EngineHarness.At("2026-01-13T07:25:00Z"), 1.0994, 1.1008, 1.0979999999999999,
        EngineHarness.At("2026-01-13T07:40:00Z"), 1.0979999999999999, ExitReasons.Target, 1, 500, 0, 3, 0, 1, "high_sweep", 0);

    private static readonly TradeRecord Second = First with
    {
        Id = 2, Instrument = new Instrument("USDJPY", "USD", "JPY", 0.01, 3, 0), Strategy = "orb", Side = Side.Long, Units = 12.50,
        EntryTime = First.EntryTime + 250, Entry = 157.12340000000001, Exit = -0.0, Reason = ExitReasons.TimeStop,
    };

    [Fact]
    public void An_empty_ledger_has_the_hash_of_the_empty_string()
    {
        using var hash = new LedgerHash();
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", hash.Current);
    }

    [Fact]
    public void Lines_are_joined_by_line_feeds_without_a_final_one_and_the_hash_goes_on_after_it_was_read()
    {
        using var hash = new LedgerHash();
        hash.Append(First);
        Assert.Equal(OfOne, hash.Current);
        Assert.Equal(OfOne, hash.Current);
        hash.Append(Second);
        Assert.Equal(OfTwo, hash.Current);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    public void The_machine_s_culture_does_not_matter(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            using var hash = new LedgerHash();
            hash.Append(First);
            hash.Append(Second);
            Assert.Equal(OfTwo, hash.Current);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void What_is_not_in_the_line_does_not_matter()
    {
        using var hash = new LedgerHash();
        hash.Append(First with { Tag = "", R = 7, Pnl = 7, Id = 9 });
        Assert.Equal(OfOne, hash.Current);
    }

    [Fact]
    public void A_line_of_any_length_counts_whole()
    {
        string Of(string strategy)
        {
            using var hash = new LedgerHash();
            hash.Append(First with { Strategy = strategy });
            return hash.Current;
        }

        var line = $"1768289100000|1768290000000|EURUSD|{new string('s', 2000)}|short|357142|1.099400|1.098000|TP";
        var expected = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(line));
        Assert.Equal(Convert.ToHexString(expected).ToLowerInvariant(), Of(new string('s', 2000)));
    }
}
