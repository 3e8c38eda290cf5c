using System.Text;
using Axfl.Contracts;
using Axfl.FakeHost;
using Axfl.Providers.Common;
using Axfl.Providers.Common.History;
using Axfl.Providers.Saving;
using Axfl.Testing;

namespace Axfl.Providers.Tests.Saving;

public sealed class SaveResumeTests
{
    private const long T0 = HistoryHarness.T0;
    private const long Day = EventTime.Day;
    private readonly FakeMarket _market = new(HistoryHarness.FiveMinutes) { Now = T0 };

    [Fact]
    public async Task A_stopped_download_keeps_its_pages_says_how_to_go_on_and_goes_on()
    {
        await using var save = await SaveHarness.Start(_market.TwelveData);
        using var stop = new CancellationTokenSource();
        save.OnReport = p => { if (p.Bars > 5000) stop.Cancel(); };
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => save.Save(save.Request(T0 - 90 * Day, T0), stop.Token));
        Assert.Contains(save.Part, error.Message, StringComparison.Ordinal);
        Assert.Contains("same command", save.Told[^1].Note, StringComparison.Ordinal);
        Assert.Equal([save.Part], Directory.GetFiles(save.Folder.Path));

        save.OnReport = _ => { };
        var calls = save.Server.Calls.Count;
        var file = await save.Save(T0 - 90 * Day, T0);
        Assert.Equal(_market.Times(T0 - 90 * Day, T0), save.Read().Select(b => b.Bar.Time));
        Assert.Contains("continued after", file.Reason, StringComparison.Ordinal);
        Assert.Equal(7, save.Server.Calls.Count); // 90 days are seven windows: none was fetched twice.
        Assert.Equal(2, calls);
        Assert.Equal([save.File], Directory.GetFiles(save.Folder.Path));
    }

    [Fact]
    public async Task A_kill_at_any_byte_of_a_page_loses_that_page_alone()
    {
        await using var save = await SaveHarness.Start(_market.TwelveData);
        using var stop = new CancellationTokenSource();
        save.OnReport = p => { if (p.Bars > 5000) stop.Cancel(); };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => save.Save(save.Request(T0 - 60 * Day, T0), stop.Token));
        save.OnReport = _ => { };
        var bytes = await File.ReadAllBytesAsync(save.Part);
        var random = new Random(5);
        foreach (var cut in Enumerable.Range(0, 12).Select(_ => random.Next(bytes.Length)).Append(0).Append(20).Append(bytes.Length - 1))
        {
            await File.WriteAllBytesAsync(save.Part, bytes[..cut]);
            await save.Save(T0 - 60 * Day, T0);
            Assert.Equal(_market.Times(T0 - 60 * Day, T0), save.Read().Select(b => b.Bar.Time));
            File.Delete(save.File);
        }
    }

    [Fact]
    public async Task No_reader_ever_sees_half_a_file()
    {
        await using var save = await SaveHarness.Start(_market.TwelveData);
        await save.Save(T0 - 80 * Day, T0 - 75 * Day);
        var old = await File.ReadAllTextAsync(save.File);
        var looks = 0;
        save.OnReport = p =>
        {
            if (p.Fraction is 0 or 1) return;
            looks++;
            Assert.Equal(old, File.ReadAllText(save.File));
        };
        await save.Save(T0 - 80 * Day, T0);
        Assert.True(looks > 3);
        Assert.StartsWith(old, await File.ReadAllTextAsync(save.File), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kill_between_the_move_and_the_removal_of_the_part_changes_nothing()
    {
        await using var save = await SaveHarness.Start(_market.TwelveData);
        using var stop = new CancellationTokenSource();
        save.OnReport = p => { if (p.Bars > 0) stop.Cancel(); };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => save.Save(save.Request(T0 - 20 * Day, T0), stop.Token));
        var part = await File.ReadAllBytesAsync(save.Part);
        save.OnReport = _ => { };
        await save.Save(T0 - 20 * Day, T0);
        var whole = await File.ReadAllTextAsync(save.File);
        await File.WriteAllBytesAsync(save.Part, part);
        var file = await save.Save(T0 - 20 * Day, T0);
        Assert.Equal((whole, 0L), (await File.ReadAllTextAsync(save.File), file.Added));
        Assert.False(File.Exists(save.Part));
    }

    [Fact]
    public async Task Credits_spent_for_the_day_keep_what_came_and_say_when_to_go_on()
    {
        var calls = 0;
        await using var save = await SaveHarness.Start(c => ++calls > 3 ? RestFrames.Reply("twelvedata/rest_error_429_day.json") : _market.TwelveData(c));
        var error = await Assert.ThrowsAsync<FeedException>(() => save.Save(T0 - 90 * Day, T0));
        Assert.Equal("HistoryCreditsSpent", error.ErrorId);
        Assert.Contains("00:00 UTC", error.Message, StringComparison.Ordinal);
        Assert.Contains($"{save.Part}: run the same command again", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(save.File));
    }

    [Fact]
    public async Task Waits_for_credits_are_told()
    {
        await using var save = await SaveHarness.Start(_market.TwelveData);
        await save.Save(T0 - 150 * Day, T0);
        Assert.Contains(save.Told, t => t.Note.StartsWith("credits of twelvedata, ", StringComparison.Ordinal) && t.Symbol == "EURUSD" && t.Fraction is > 0 and < 1);
    }

    [Fact]
    public async Task Two_downloads_of_one_file_at_a_time_are_refused()
    {
        await using var save = await SaveHarness.Start(_market.TwelveData);
        using (PartFile.Open(save.Part, "twelvedata", "EURUSD", HistoryHarness.FiveMinutes, BarLayout.OnePrice))
        {
            Assert.Equal("HistoryNotWritable", (await Assert.ThrowsAsync<AxflException>(() => save.Save(T0 - Day, T0))).ErrorId);
        }

        Assert.False(File.Exists(save.Part));
    }

    [Fact]
    public async Task Late_bars_near_the_present_are_asked_for_again_by_a_download_that_goes_on()
    {
        var late = new FakeMarket(HistoryHarness.FiveMinutes) { Now = T0 - 30 * EventTime.Minute };
        await using var save = await SaveHarness.Start(late.TwelveData);
        using var stop = new CancellationTokenSource();
        save.OnReport = p => { if (p.Bars > 0) stop.Cancel(); };
        await save.Save(save.Request(T0 - Day, T0), stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        late.Now = T0;
        save.OnReport = _ => { };
        await save.Save(T0 - Day, T0);
        Assert.Equal(_market.Times(T0 - Day, T0), save.Read().Select(b => b.Bar.Time));
    }

    [Fact]
    public async Task Auto_goes_on_to_the_next_provider_when_a_plan_refuses_and_says_so()
    {
        await using var save = await SaveHarness.Start(c => c.Path == "/time_series" ? RestFrames.Reply("twelvedata/rest_error_403_plan.json") : _market.Oanda(c));
        save.Environment["OANDA_API_KEY"] = "k";
        var file = await Auto(save, T0 - 2 * Day, T0);
        Assert.Equal("oanda", file.Source);
        Assert.StartsWith("twelvedata: TWELVEDATA_API_KEYS is set; oanda: OANDA_API_KEY is set", file.Reason, StringComparison.Ordinal);
        Assert.Contains("twelvedata was left out: 127.0.0.1 answered 403", file.Reason, StringComparison.Ordinal);
        Assert.Contains(save.Told, t => t.Note.StartsWith("twelvedata was left out", StringComparison.Ordinal));
        Assert.Equal(_market.Times(T0 - 2 * Day, T0), save.Read().Select(b => b.Bar.Time));
    }

    [Fact]
    public async Task Auto_keeps_to_a_provider_that_has_begun_when_its_trouble_passes()
    {
        var calls = 0;
        await using var save = await SaveHarness.Start(c => c.Path == "/time_series" ? (++calls > 2 ? new RestReply(500, "") : _market.TwelveData(c)) : _market.Oanda(c));
        save.Environment["OANDA_API_KEY"] = "k";
        var error = await Assert.ThrowsAsync<FeedException>(() => Auto(save, T0 - 60 * Day, T0));
        Assert.Contains("run the same command again", error.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(save.Part));
        calls = -100;
        Assert.Equal("twelvedata", (await Auto(save, T0 - 60 * Day, T0)).Source);
        Assert.Equal(_market.Times(T0 - 60 * Day, T0), save.Read().Select(b => b.Bar.Time));
    }

    [Fact]
    public async Task Pages_of_another_source_are_dropped_only_when_the_new_one_has_begun()
    {
        await using var save = await SaveHarness.Start(c => c.Path == "/time_series" ? _market.TwelveData(c) : _market.Oanda(c));
        save.Environment["OANDA_API_KEY"] = "k";
        var part = Encoding.UTF8.GetBytes($"#axfl-history 1 finnhub EURUSD 5m one-price\n2026-03-02T14:00:00Z,9,9,9,9,1\n#window {T0 - 2 * Day} {T0}\n");
        await File.WriteAllBytesAsync(save.Part, part);
        await Assert.ThrowsAsync<FeedException>(() => save.Save(save.Request(T0 - 2 * Day, T0, "oanda") with { Endpoint = "http://127.0.0.1:1/" }));
        Assert.Equal(part, await File.ReadAllBytesAsync(save.Part));
        var file = await save.Save(T0 - 2 * Day, T0, "oanda");
        Assert.Contains("dropped an unfinished download of another source", file.Reason, StringComparison.Ordinal);
        Assert.Equal(_market.Times(T0 - 2 * Day, T0), save.Read().Select(b => b.Bar.Time));
    }

    private static async Task<HistoryFile> Auto(SaveHarness save, long from, long until)
    {
        // Auto takes an endpoint only where one provider is configured, so that the choice is made here.
        var time = save.Time;
        IHistory[] histories =
        [
            .. HistorySources.Configured(save.Environment.GetValueOrDefault).Where(s => s.IsConfigured)
                .Select(s => HistorySources.Create(s.Provider, save.Server.Address.ToString(), save.Environment.GetValueOrDefault, time, random: () => 0.5)),
        ];
        var choice = new HistoryChoice(histories, string.Join("; ", HistorySources.Configured(save.Environment.GetValueOrDefault).Select(s => $"{s.Provider}: {s.Reason}")));
        var request = save.Request(from, until, "auto") with { Endpoint = null };
        return Assert.Single(await new HistoryDownload(request, () => choice, time, new Listener<HistoryProgress>(save.Told.Add)).Run(CancellationToken.None));
    }
}
