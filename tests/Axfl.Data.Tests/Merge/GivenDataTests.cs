using Axfl.Configuration;
using Axfl.Contracts;
using Axfl.Data.Bars;
using Axfl.Data.Files;
using Axfl.Data.Merge;
using Axfl.Engine.Portfolio;
using Axfl.Strategies.Catalogue;
using Axfl.Testing;

namespace Axfl.Data.Tests.Merge;

/// <summary>What a user gives is read, or it is an error; prices are made up only when nothing was given.</summary>
public sealed class GivenDataTests : IDisposable
{
    private const string Bars = "time,open,high,low,close\n2025-07-01T07:00:00Z,1,1,1,1\n2025-07-01T07:05:00Z,1,1,1,1\n";
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("auto")]
    [InlineData("csv")]
    public void A_folder_that_yields_nothing_is_an_error_that_names_what_is_in_it(string source)
    {
        _folder.Write("prices.csv", Bars);
        var error = Assert.Throws<AxflException>(() => BarSources.Open(source, _folder.Request() with { IsPlaceGiven = true }, out _));
        Assert.Equal("DataFileNotFound", error.ErrorId);
        Assert.Contains("There are prices.csv", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_runs_from_new_to_old_begins_with_its_last_row_however_long_it_is()
    {
        var first = new DateTime(2025, 7, 1, 0, 0, 0, DateTimeKind.Utc);
        var rows = Enumerable.Range(0, 1200).Reverse().Select(i => first.AddMinutes(5 * i).ToString("yyyy-MM-dd'T'HH:mm:ss'Z,1,1,1,1'", System.Globalization.CultureInfo.InvariantCulture));
        var path = _folder.Write("EURUSD.csv", "time,open,high,low,close\n" + string.Join('\n', rows) + "\n");
        Assert.Equal(new DateTimeOffset(first).ToUnixTimeMilliseconds(), BarFile.Inspect(path, null).Single().FirstTime);
    }

    [Fact]
    public void The_command_line_and_not_the_file_gives_a_place()
    {
        using var sessions = new SessionsFiles(SessionsFiles.Small + "\n  source: auto\n  data_dir: bars\n");
        Assert.False(SessionsLoader.Load(new RunRequest { SessionsPath = sessions.Path }, StrategyCatalogue.BuiltIn).IsDataGiven);
        Assert.True(SessionsLoader.Load(new RunRequest { SessionsPath = sessions.Path, DataPath = [_folder.Path] }, StrategyCatalogue.BuiltIn).IsDataGiven);
    }

    [Fact]
    public void A_path_that_does_not_exist_beside_good_ones_is_an_error()
    {
        var good = _folder.Write("EURUSD.csv", Bars);
        Assert.Contains("none*.csv does not exist", Refused("EURUSD=" + good, Path.Combine(_folder.Path, "none*.csv")).Message, StringComparison.Ordinal);
        Assert.Contains("other.csv does not exist", Refused("EURUSD=" + good, "EURUSD=" + Path.Combine(_folder.Path, "other.csv")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_given_for_a_symbol_the_plan_does_not_have_is_an_error()
    {
        var good = _folder.Write("EURUSD.csv", Bars);
        Assert.Contains("EURUSD.csv is given for US30, which is not a symbol of the plan (EURUSD).", Refused("EURUSD=" + good, "US30=" + good).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_symbol_of_ones_own_with_digits_has_its_place()
    {
        var dow = new Instrument("US30", "US30", "USD", 1, 1, 2);
        Assert.NotEmpty(DataFolder.Read(_folder.Request(instrument: dow, dataPath: ["US30=" + _folder.Write("dow.csv", Bars)])).Steps);
    }

    [Fact]
    public void A_file_that_says_no_symbol_of_several_is_an_error()
    {
        var request = _folder.Request(dataPath: [_folder.Write("EURUSD.csv", Bars), _folder.Write("GBPUSD.csv", Bars), _folder.Write("prices.csv", Bars)]);
        var error = Assert.Throws<AxflException>(() => BarSources.Open("csv", request with { Symbols = [DataFolder.EurUsd, DataFolder.EurUsd with { Symbol = "GBPUSD", Base = "GBP" }] }, out _));
        Assert.Contains("prices.csv says no symbol of the plan (EURUSD, GBPUSD)", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("US30=bars.csv", "US30", "bars.csv")]
    [InlineData("X=bars.csv", null, "X=bars.csv")]
    [InlineData("EURUSD=C:\\bars\\file.csv", "EURUSD", "C:\\bars\\file.csv")]
    [InlineData("eur/usd=/a/b.csv", "EURUSD", "/a/b.csv")]
    [InlineData("OANDA:EUR_USD=b.csv", "EURUSD", "b.csv")]
    [InlineData("/a/x=y/b.csv", null, "/a/x=y/b.csv")]
    [InlineData("a=b.csv", null, "a=b.csv")]
    [InlineData("bars.csv", null, "bars.csv")]
    public void A_symbol_stands_before_the_equals_sign(string text, string? symbol, string path) => Assert.Equal(new GivenPath(symbol, path), GivenPath.Of(text));

    [Theory]
    [InlineData("EURUSD5.csv", true)]
    [InlineData("EURUSD1.csv", true)]
    [InlineData("EURUSD240.csv", false)]
    [InlineData("EURUSD7.csv", false)]
    [InlineData("DAT_ASCII_EURUSD_M1_2017.csv", true)]
    [InlineData("DAT_ASCII_EURUSD_T_201705.csv", false)]
    [InlineData("HISTDATA_COM_ASCII_EURUSD_M1201705.zip", true)]
    [InlineData("OANDA_EURUSD, 5.csv", true)]
    [InlineData("OANDA_EURUSD, 60.csv", false)]
    [InlineData("FX_EURUSD, 1.csv", true)]
    [InlineData("FX_GBPUSD, 1.csv", false)]
    public void Vendors_own_names_belong_to_a_symbol(string name, bool belongs)
    {
        _folder.Write(name, Bars);
        Assert.Equal(belongs, !SymbolFiles.In(_folder.Path, DataFolder.EurUsd, new Interval(5)).IsEmpty);
    }

    [Fact]
    public void What_belongs_to_a_symbol_and_is_not_read_is_said()
    {
        foreach (var name in new[] { "EURUSD.csv", "EURUSD_2017.csv", "EURUSD240.csv" }) _folder.Write(name, Bars);
        var note = DataFolder.Read(_folder.Request()).Notes[^1];
        Assert.Equal("EURUSD: not read: EURUSD240.csv (its name says an interval that 5m is not made of), EURUSD_2017.csv (EURUSD.csv wins)", note);
    }

    [Fact]
    public void Three_hundred_files_are_opened_when_they_are_needed()
    {
        var start = DataFolder.Time("2000-01-03T00:00:00Z");
        for (var i = 0; i < 300; i++)
            _folder.Write($"EURUSD_{i:000}.csv", "time,open,high,low,close\n" + string.Concat(Enumerable.Range(0, 3).Select(k => $"{EventTime.ToIso(start + i * EventTime.Day + k * 300_000L)},1,1,1,1\n")));
        var source = BarSources.Open("csv", _folder.Request(), out _);
        using var reader = source.Open(0, long.MinValue, long.MaxValue);
        Assert.True(OpenFiles() < 20, $"{OpenFiles()} are open before the first bar");
        var buffer = new StepBar[IBarReader.BlockBars];
        var bars = 0;
        for (int count; (count = reader.Read(buffer)) > 0;)
        {
            bars += count;
            Assert.True(OpenFiles() < 20);
        }

        Assert.Equal(900, bars);
    }

    // How many of the folder's files this process holds open; -1 where the system does not say.
    private int OpenFiles() => !Directory.Exists("/proc/self/fd") ? -1
        : Directory.GetFiles("/proc/self/fd").Count(f => new FileInfo(f).LinkTarget?.StartsWith(_folder.Path, StringComparison.Ordinal) == true);

    private AxflException Refused(params string[] dataPath)
    {
        var error = Assert.Throws<AxflException>(() => BarSources.Open("auto", _folder.Request(dataPath: dataPath), out _));
        Assert.Equal(("DataFileNotFound", ErrorKind.Data), (error.ErrorId, error.Kind));
        return error;
    }
}
