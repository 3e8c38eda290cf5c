using System.IO.Compression;
using System.Text;
using Axfl.Cli.Hosting;
using Axfl.Contracts;
using Axfl.Runtime;

namespace Axfl.Cli.Tests.Commands;

/// <summary>Files of bars through the whole program: what is read, what is refused with which exit code, and what is said.</summary>
public sealed class DataFilesTests : IDisposable
{
    private const string Session = """
        portfolio:
          symbols: [EURUSD]
          interval: 5m
          warmup_days: 0
          strategies:
            - name: lsg
              windows: [{start: "07:00", end: "10:00"}]
        """;

    private readonly string _directory = Directory.CreateTempSubdirectory("axfl-data-files-").FullName;

    public DataFilesTests() => Write("s.yaml", Session);

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    public static TheoryData<string, string> Refused => new()
    {
        { "commas", "EURUSD.csv(2): the line has 11 fields where the header names 7" },
        { "rejected", "of 440 lines are rejected" },
        { "zip", "not what was packed" },
        { "gzip", "gzip data are damaged or end early" },
        { "dates", "has the day or the month first" },
        { "utf-32", "UTF-32: save it as UTF-8" },
        { "endless", "longer than 65536 bytes" },
        { "nothing", "is empty" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_file_that_is_not_understood_ends_a_replay_and_a_check_with_3_and_says_why(string kind, string expected)
    {
        var path = Make(kind);
        var (exit, said) = await Run("live-port", "--mode", "replay", "--cfg", "s.yaml", "--data", "EURUSD=" + path, "--status-format", "none");
        Assert.Contains(expected, said, StringComparison.Ordinal);
        Assert.Equal(3, exit);

        (exit, said) = await Run("data", "check", path);
        Assert.Contains(expected, said, StringComparison.Ordinal);
        Assert.Equal(3, exit);
    }

    [Fact]
    public async Task A_file_of_which_much_is_rejected_is_traded_on_when_it_is_allowed()
    {
        var (exit, said) = await Run("live-port", "--mode", "replay", "--cfg", "s.yaml", "--data", "EURUSD=" + Make("rejected"), "--allow-rejected", "--status-format", "none");
        Assert.Contains("(302): not traded on: high is not a number", said, StringComparison.Ordinal);
        Assert.Contains("140 lines of EURUSD are rejected; the first 5 are listed", said, StringComparison.Ordinal);
        Assert.Equal(0, exit);
    }

    [Theory]
    [InlineData("none*")]
    [InlineData("empty")]
    public async Task A_place_that_yields_nothing_is_an_error_and_never_a_made_up_price(string place)
    {
        Directory.CreateDirectory(Path.Combine(_directory, "empty"));
        var (exit, said) = await Run("live-port", "--mode", "replay", "--cfg", "s.yaml", "--data", place, "--status-format", "none");
        Assert.Equal(3, exit);
        Assert.DoesNotContain("SIMULATED", said, StringComparison.Ordinal);
        Assert.Contains(place, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_with_brackets_in_its_name_is_a_folder()
    {
        Directory.CreateDirectory(Path.Combine(_directory, "fx [2026]"));
        Write("fx [2026]/EURUSD.csv", Bars(300));
        var (exit, said) = await Run("live-port", "--mode", "replay", "--cfg", "s.yaml", "--data", "fx [2026]", "--status-format", "none");
        Assert.Contains("canonical, 5m bars", said, StringComparison.Ordinal);
        Assert.Equal(0, exit);
    }

    [Fact]
    public async Task An_empty_folder_is_said_to_be_empty()
    {
        Directory.CreateDirectory(Path.Combine(_directory, "empty"));
        var (exit, said) = await Run("data", "check", "empty");
        Assert.Contains("has no file that ends in .csv, .txt, .gz or .zip", said, StringComparison.Ordinal);
        Assert.Equal(3, exit);
    }

    [Fact]
    public async Task Data_that_end_within_the_warm_up_are_an_error_that_says_so_and_what_to_do()
    {
        Write("warm.yaml", Session.Replace("warmup_days: 0", "warmup_days: 3", StringComparison.Ordinal));
        var path = Write("EURUSD.csv", Bars(400));
        var (exit, said) = await Run("live-port", "--mode", "replay", "--cfg", "warm.yaml", "--data", "EURUSD=" + path, "--status-format", "none");
        Assert.Contains("end at 2026-03-03T09:15:00Z, before the first traded time 2026-03-05T00:00:00Z, which follows a warm-up of 3 days", said, StringComparison.Ordinal);
        Assert.Contains("Give more data, or set warmup_days lower.", said, StringComparison.Ordinal);
        Assert.Equal(3, exit);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("cr")]
    public async Task A_file_of_another_encoding_or_line_end_is_read_as_any_other(string kind)
    {
        var path = Path.Combine(_directory, "EURUSD.csv");
        await File.WriteAllTextAsync(path, kind == "cr" ? Bars(300).Replace('\n', '\r') : Bars(300), kind == "cr" ? new UTF8Encoding(false) : Encoding.GetEncoding(kind));
        var (exit, said) = await Run("data", "check", path);
        Assert.Matches(@"bars +300, 2026-03-02 00:00 to 2026-03-03 00:55 UTC", said);
        Assert.Matches(@"rejected +0", said);
        Assert.Equal(0, exit);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(200)]
    public async Task A_damaged_gz_is_said_to_be_damaged_wherever_the_damage_is(int at)
    {
        var path = Path.Combine(_directory, "EURUSD.csv.gz");
        using (var stream = new GZipStream(File.Create(path), CompressionLevel.Fastest)) stream.Write(Encoding.UTF8.GetBytes(Bars(300)));
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[at] ^= 0xff;
        await File.WriteAllBytesAsync(path, bytes);
        var (exit, said) = await Run("data", "check", path);
        Assert.Contains("EURUSD.csv.gz", said, StringComparison.Ordinal);
        Assert.Contains("damaged", said, StringComparison.Ordinal);
        Assert.DoesNotContain("compression method", said, StringComparison.Ordinal);
        Assert.Equal(3, exit);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named_without_an_option_that_nobody_gave()
    {
        var (exit, said) = await Run("data", "check", "absent.csv");
        Assert.Contains("absent.csv does not exist", said, StringComparison.Ordinal);
        Assert.DoesNotContain("--data", said, StringComparison.Ordinal);
        Assert.Equal(3, exit);
    }

    [Fact]
    public async Task A_compare_of_runs_whose_strategy_is_not_here_names_the_option_that_brings_it()
    {
        Write("own.yaml", Session.Replace("name: lsg", "name: mine", StringComparison.Ordinal));
        var path = Write("EURUSD.csv", Bars(300));
        var runtime = new AxflRuntime();
        var mine = runtime.GetStrategies([], []).Single(s => s.Name == "lsg") with { Name = "mine", Source = "script" };
        foreach (var id in new[] { "left", "right" })
        {
            await using var run = runtime.Start(
                new RunRequest
                {
                    SessionsPath = Path.Combine(_directory, "own.yaml"), DataPath = ["EURUSD=" + path], WorkingDirectory = _directory,
                    OutputDirectory = Path.Combine(_directory, "logs"), RunId = id, Strategies = [mine],
                }, CancellationToken.None);
            await foreach (var _ in run.Events)
            {
                // To its end.
            }

            Assert.Equal(RunStates.Ended, (await run.Completion).State);
        }

        var (exit, said) = await Run("compare", "left", "right");
        Assert.Contains("there is no strategy 'mine'", said, StringComparison.Ordinal);
        Assert.Contains("One of your own comes with --strategy-assembly; one of a script runs, and is compared, in the PowerShell module alone.", said, StringComparison.Ordinal);
        Assert.Equal(2, exit);
    }

    [Fact]
    public async Task A_layout_can_be_stated_on_the_command_line()
    {
        var path = Write("strange.txt", "Montag, 2. 3.\n" + string.Concat(Enumerable.Range(0, 100).Select(i => $"x,1.2,1.0,1.1,1.1,02-03-2026 {i / 12}.{i % 12 * 5:00}\n")));
        string[] layout = ["--columns", "-,high,low,close,open,time", "--time-format", "dd-MM-yyyy H.mm"];
        var (exit, said) = await Run(["data", "check", path, .. layout]);
        Assert.Contains("2026-03-02 00:00 to 2026-03-02 08:15", said, StringComparison.Ordinal);
        Assert.Equal(0, exit);
        (exit, said) = await Run(["live-port", "--mode", "replay", "--cfg", "s.yaml", "--data", "EURUSD=" + path, "--run-id", "stated", "--status-format", "none", .. layout]);
        Assert.Contains("stated, 5m bars", said, StringComparison.Ordinal);
        Assert.Equal(0, exit);
        Assert.Contains("data_time_format: \"dd-MM-yyyy H.mm\"", await File.ReadAllTextAsync(Path.Combine(_directory, "logs", "runs", "stated", "plan.yaml")), StringComparison.Ordinal);
        (exit, said) = await Run("live-port", "--mode", "replay", "--cfg", "s.yaml", "--data", "EURUSD=" + path, "--columns", "time,open", "--status-format", "none");
        Assert.Contains("has no high, low, close", said, StringComparison.Ordinal);
        Assert.Equal(2, exit);
    }

    [Theory]
    [InlineData("03.04.2026")]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01")]
    public async Task A_since_that_is_no_ISO_date_of_1970_to_2199_is_bad_usage(string since)
    {
        var (exit, said) = await Run("live-port", "--mode", "replay", "--cfg", "s.yaml", "--since", since);
        Assert.Contains($"'{since}' is not a time from 1970 to 2199", said, StringComparison.Ordinal);
        Assert.Equal(2, exit);
    }

    [Fact]
    public async Task The_wrong_clock_that_a_check_sees_is_said_by_a_run_and_what_it_advises_is_accepted()
    {
        var path = Write("bars.csv", Weeks());
        string[] run = ["live-port", "--mode", "replay", "--cfg", "s.yaml", "--data", "EURUSD=" + path, "--status-format", "none"];
        const string Advice = "The clock that fits best is America/New_York+7";
        Assert.Contains(Advice, (await Run("data", "check", path)).Said, StringComparison.Ordinal);
        Assert.Contains(Advice, (await Run(run)).Said, StringComparison.Ordinal);
        foreach (var zone in new[] { new[] { "--data-timezone", "America/New_York+7" }, ["--set", "data_timezone=America/New_York+7"] })
        {
            var (exit, said) = await Run([.. run, .. zone]);
            Assert.Contains("times America/New_York+7", said, StringComparison.Ordinal);
            Assert.DoesNotContain(Advice, said, StringComparison.Ordinal);
            Assert.Equal(0, exit);
        }
    }

    [Fact]
    public async Task A_sessions_file_without_end_is_refused()
    {
        Write("large.yaml", new string('x', 4_000_000));
        var (exit, said) = await Run("sessions", "check", "large.yaml");
        Assert.Contains("more than 1000000 characters", said, StringComparison.Ordinal);
        Assert.Equal(2, exit);
    }

    private string Make(string kind)
    {
        var path = Path.Combine(_directory, "EURUSD" + (kind switch { "zip" => ".zip", "gzip" => ".csv.gz", _ => ".csv" }));
        switch (kind)
        {
            case "commas":
                return Write("EURUSD.csv", "Date,Time,Open,High,Low,Close,Volume\n2026.03.01,22:00,1,0850,1,0857,1,0850,1,0856,100\n");
            case "rejected":
                return Write("EURUSD.csv", Bars(300) + string.Concat(Enumerable.Repeat("2026-03-03T03:00:00Z,1,x,1,1\n", 140)));
            case "dates":
                return Write("EURUSD.csv", "time,open,high,low,close\n03/04/2026 07:00,1,1,1,1\n03/04/2026 07:05,1,1,1,1\n");
            case "endless":
                return Write("EURUSD.csv", new string('1', 300_000));
            case "nothing":
                return Write("EURUSD.csv", "\n\n");
            case "utf-32":
                File.WriteAllText(path, Bars(3), Encoding.UTF32);
                return path;
            case "zip":
                using (var archive = ZipFile.Open(path, ZipArchiveMode.Create))
                using (var stream = archive.CreateEntry("EURUSD.csv", CompressionLevel.NoCompression).Open()) stream.Write(Encoding.UTF8.GetBytes(Bars(300)));
                var packed = File.ReadAllBytes(path);
                packed[packed.AsSpan().IndexOf("1.1,"u8) + 2] = (byte)'2';
                File.WriteAllBytes(path, packed);
                return path;
            default:
                using (var stream = new GZipStream(File.Create(path), CompressionLevel.Fastest)) stream.Write(Encoding.UTF8.GetBytes(Bars(300)));
                File.WriteAllBytes(path, File.ReadAllBytes(path)[..400]);
                return path;
        }
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_directory, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static string Bars(int count) => "time,open,high,low,close\n" + string.Concat(Enumerable.Range(0, count).Select(i =>
        new DateTime(2026, 3, 2).AddMinutes(5 * i).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null) + ",1.1,1.1,1.1,1.1\n"));

    // The first hour of three weeks in the clock of many brokers: midnight of Monday.
    private static string Weeks() => "2026.02.27,23:00,1.1,1.1,1.1,1.1,1\n" + string.Concat(new[] { "2026.03.02", "2026.03.09", "2026.03.16" }.SelectMany(day =>
        Enumerable.Range(0, 12).Select(i => $"{day},00:{5 * i:00},1.1,1.1,1.1,1.1,1\n")));

    private async Task<(int Exit, string Said)> Run(params string[] args)
    {
        using var bytes = new MemoryStream();
        using var text = new StringWriter { NewLine = "\n" };
        using var stop = new StopRequest();
        var context = new CommandContext { Runtime = new AxflRuntime(), Out = text, OutBytes = bytes, Error = text, WorkingDirectory = _directory, Stop = stop };
        return (await Task.Run(() => CommandLine.Run(args, context)), text.ToString());
    }
}
