using Axfl.Contracts;

namespace Axfl.Research.Tests.Pools.Chunks;

/// <summary>Workers that must not run a sweep: they take nothing, and say what differs.</summary>
public sealed class WorkerRefusalTests : IDisposable
{
    private const string FromFiles = """
        portfolio:
          symbols: [EURUSD]
          strategies:
            - name: lsg
              windows: [{start: "07:00", end: "10:00"}]
        """;

    private readonly ChunkHarness _chunks = new(FromFiles);
    private readonly string _own, _other;

    public WorkerRefusalTests()
    {
        _own = Bars("own", 0);
        _other = Bars("other", 1);
    }

    public void Dispose() => _chunks.Dispose();

    [Fact]
    public void The_same_bars_in_another_folder_are_the_same()
    {
        Submit();
        Assert.Equal(1, _chunks.Run(1, w => w with { DataPath = [Bars("copy", 0)] }).Done);
    }

    [Fact]
    public void One_digit_of_one_other_bar_is_other_data()
    {
        Submit();
        var refused = _chunks.Refused(() => _chunks.Run(1, w => w with { DataPath = [_other] }));
        Assert.Contains("takes no chunk of the sweep 'test'. What differs is its data", refused.Message, StringComparison.Ordinal);
        Assert.Contains("first bar that differs is that of EURUSD at 2025-03-10T", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bars_of_its_own_beside_those_of_the_store_are_refused_not_ignored()
    {
        Submit();
        var refused = Assert.Throws<AxflException>(() => _chunks.Run(1, w => w with { DataPath = [_own], DataFromStore = true }));
        Assert.Equal(("DataPathRefused", ErrorKind.Configuration), (refused.ErrorId, refused.Kind));
        Assert.Equal("--data-from store reads no files: leave out --data.", refused.Message);
    }

    [Fact]
    public void A_machine_without_data_says_so()
    {
        Submit();
        var refused = _chunks.Refused(() => _chunks.Run(1, w => w with { DataPath = [Path.Combine(_chunks.Sweep.Folder, "nowhere")] }));
        Assert.Contains("What differs is its data: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("nowhere", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_code_is_refused_although_the_plan_reads_the_same()
    {
        using var faulty = new ChunkHarness(SweepHarness.Faulty);
        faulty.Submit("axes: {strategies.faulty.params.fault: [0, 3]}");
        var refused = faulty.Refused(() => faulty.Run(1, pools: ChunkHarness.Pools(ChunkHarness.OtherFaulty)));
        Assert.Contains("What differs is its code: its code hash is ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("version", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_that_reads_otherwise_is_refused()
    {
        Submit();
        _chunks.Change("""update sweep_trial set parameters = replace(parameters, '1.5', '1.6')""");
        var refused = _chunks.Refused(() => _chunks.Run(2, w => w with { DataPath = [_own] }));
        Assert.Contains("What differs is its plan: trial 2 reads as another plan", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_machine_without_data_takes_them_from_the_store()
    {
        Submit(share: true);
        Directory.Delete(_own, recursive: true);
        Assert.Equal(1, _chunks.Run(1, w => w with { DataFromStore = true }).Done);
        using var local = new SweepHarness(FromFiles);
        local.Run(local.Request(Keys(Bars("again", 0))));
        Assert.Equal(local.Table()[0], _chunks.Sweep.Table()[0]);
    }

    [Fact]
    public void Bars_that_were_never_shared_are_missing()
    {
        Submit();
        var refused = _chunks.Refused(() => _chunks.Run(1, w => w with { DataFromStore = true }));
        Assert.Contains("The bars of the sweep 'test' are not in", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bars_that_were_changed_in_the_store_are_refused_and_put_right_by_submitting_them_again()
    {
        Submit(share: true);
        _chunks.Change("update bars set bars = x'00'");
        var refused = _chunks.Refused(() => _chunks.Run(1, w => w with { DataFromStore = true }));
        Assert.Contains("are damaged", refused.Message, StringComparison.Ordinal);
        Assert.Contains("it puts them right", refused.RecommendedAction, StringComparison.Ordinal);
        Submit(share: true);
        Assert.Equal(1, _chunks.Run(1, w => w with { DataFromStore = true }).Done);
    }

    private void Submit(bool share = false) => _chunks.Submit(Keys(_own), r => r with { ShareData = share });

    private static string Keys(string data) => $"data: ['{data}']\n" + "axes: {strategies.lsg.params.target_r: [0.8, 1.5]}\nobjective: {min_trades: 1}";

    // A walk of prices with a digit of one bar that may be another.
    private string Bars(string name, int digit)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_chunks.Sweep.Folder, name)).FullName;
        using var writer = new StreamWriter(Path.Combine(folder, "EURUSD.csv"));
        writer.WriteLine("time,open,high,low,close,volume");
        var (random, price) = (new Random(5), 1.1);
        for (var time = new DateTime(2025, 2, 3, 0, 0, 0, DateTimeKind.Utc); time < new DateTime(2025, 4, 12, 0, 0, 0, DateTimeKind.Utc); time = time.AddMinutes(5))
        {
            if (time.DayOfWeek == DayOfWeek.Saturday || (time.DayOfWeek == DayOfWeek.Sunday && time.Hour < 22) || (time.DayOfWeek == DayOfWeek.Friday && time.Hour >= 21)) continue;
            var close = Math.Round(price + ((random.NextDouble() - 0.5) * 0.0008), 5);
            var (high, low) = (Math.Round(Math.Max(price, close) + 0.0001, 5), Math.Round(Math.Min(price, close) - 0.0001, 5));
            var odd = digit == 1 && time == new DateTime(2025, 3, 10, 12, 0, 0, DateTimeKind.Utc) ? 0.00001 : 0;
            writer.WriteLine(FormattableString.Invariant($"{time:yyyy-MM-dd'T'HH:mm:ss'Z'},{price:0.00000},{high + odd:0.00000},{low:0.00000},{close:0.00000},100"));
            price = close;
        }

        return folder;
    }
}
