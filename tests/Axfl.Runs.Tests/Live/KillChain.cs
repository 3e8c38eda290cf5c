using System.Globalization;
using Axfl.Contracts;
using Axfl.LiveHost;
using Axfl.Runs.Journal;

namespace Axfl.Runs.Tests.Live;

/// <summary>
/// One live run over sockets that is killed five times, once in each state, and taken up again. The state is known from the undisturbed run to last over
/// all prices the server may have sent by then, and is read from the journal again after the kill.
/// </summary>
internal sealed class KillChain(string folder, int seed, int count, bool isLossy) : IDisposable
{
    // Prices beyond the one that is waited for: the run is at work when it dies.
    private const int AtWork = 20, LongestLoss = 100;

    private readonly Random _random = new(seed * 2 + (isLossy ? 1 : 0));
    private readonly List<(int Symbol, Tick Tick)> _ticks = SlotMarket.Ticks(seed, count);
    private readonly string _run = $"killed-{seed}-{(isLossy ? "lossy" : "exact")}";
    private readonly List<string> _kills = [];
    private HostProcess? _server, _client;
    private string _addresses = "";
    private int _next;
    private bool _isConnected;
    private bool _serverDies = (seed + (isLossy ? 1 : 0)) % 2 == 0;

    private string RunPath => Path.Combine(folder, "runs", _run);

    public async Task<Outcome> Run()
    {
        try
        {
            return await KillAndResume();
        }
        catch (Exception e) when (e is TimeoutException or InvalidOperationException)
        {
            var lines = new JournalFiles(RunPath).Segments().TakeLast(1).SelectMany(n => File.ReadLines(new JournalFiles(RunPath).Segment(n))).TakeLast(12);
            throw new InvalidOperationException($"""
                seed {seed}, after {string.Join(", ", _kills)}: {e.Message}
                The client: {_client?.LastWords}
                Its server: {_server?.LastWords}
                {string.Join('\n', lines)}
                """, e);
        }
    }

    private async Task<Outcome> KillAndResume()
    {
        var calm = await SlotRun.Of(folder, $"{_run}-calm", _ticks);
        var order = Order(calm);
        var gap = (From: -1, Until: -1);
        await KillWarmUp();
        for (var i = 0; i < order.Length; i++)
        {
            var slot = i + 1;
            await Start();
            switch (order[i])
            {
                case "position": await KillIn("position", Pick(Points(slot, calm.HasPosition)), j => j.HasPosition); break;
                case "pending": await KillIn("pending order", Pick(Points(slot, calm.HasPending)), j => j.HasPending); break;
                case "gap": gap = await KillInRepair(slot); break;
                default: await KillAtCut(slot); break;
            }
        }

        await Start();
        Play(_ticks.Count);
        var ledger = (await _client!.Says(line => line.StartsWith("ledger ", StringComparison.Ordinal)))["ledger ".Length..];
        Assert.Equal(0, await _client.Code());
        return new Outcome(RunPath, ledger, (await SlotRun.Of(folder, $"{_run}-expected", _ticks, gap.From, gap.Until)).Ledger, _kills);
    }

    public void Dispose()
    {
        _client?.Dispose();
        _server?.Dispose();
    }

    private async Task Start()
    {
        if (_server is null)
        {
            _server = HostProcess.Start("serve", seed, count);
            _addresses = (await _server.Says(static line => line.StartsWith("at ", StringComparison.Ordinal)))["at ".Length..];
        }

        var addresses = _addresses.Split(' ');
        _client?.Dispose();
        _isConnected = false;
        _client = HostProcess.Start("live", folder, _run, addresses[0], addresses[1], seed, count);
    }

    private void Play(int until)
    {
        if (!_isConnected) _server!.Say("accept");
        _isConnected = true;
        _server!.Say(string.Create(CultureInfo.InvariantCulture, $"play {_next} {until}"));
    }

    // What it said of answers before is passed over.
    private async Task Hold(int answer)
    {
        _server!.Say($"hold {answer}");
        await _server.Says(static line => line == "held");
    }

    private Task Took(int tick) => _client!.Says(line => line == _ticks[tick].Tick.Time.ToString(CultureInfo.InvariantCulture));

    private async Task KillWarmUp()
    {
        // The server must know before it is asked: it is started first.
        _server = HostProcess.Start("serve", seed, count);
        _addresses = (await _server.Says(static line => line.StartsWith("at ", StringComparison.Ordinal)))["at ".Length..];
        var way = _random.Next(3);
        if (way < 2) await Hold(way + 1);
        await Start();
        await _server.Says(line => line == (way < 2 ? $"asked {way + 1}" : "answered 2"));
        var journal = await Kill("warm-up", way < 2 ? static j => !j.IsWarmedUp : static j => j.LastTick == long.MinValue);
        Assert.Equal(long.MinValue, journal.LastTick);
    }

    private async Task KillIn(string state, int point, Func<SlotJournal, bool> holds)
    {
        Play(point + AtWork);
        await Took(point);
        await Kill(state, holds);
    }

    private async Task<(int From, int Until)> KillInRepair(int slot)
    {
        var from = First(slot) + _random.Next(60, 300);
        var until = from + _random.Next(80, 160);
        Play(from);
        await Took(from - 1);

        // All that was sent was taken: a connection that breaks loses nothing else. History is asked for the bars of both symbols, one after the other, before the
        // first price behind the gap is taken.
        var way = _random.Next(3);
        await Hold(way + 1);
        _server!.Say("drop");
        _isConnected = false;
        _next = until;
        Play(until + AtWork);
        await _server.Says(line => line == (way < 2 ? $"asked {way + 1}" : "answered 2"));
        var journal = await Kill("gap repair", j => way == 2 || j.LastTick < _ticks[from].Tick.Time, until);

        // The server goes on behind the gap: what was taken before it and not journalled yet is lost with it.
        return (Math.Min(from, After(journal)), until);
    }

    private async Task KillAtCut(int slot)
    {
        var point = First(slot) + _random.Next(0, 60);
        Play(First(slot + 1) - LongestLoss);
        await Took(point);
        var cut = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watcher = new FileSystemWatcher(Path.Combine(RunPath, JournalFiles.FolderName));
        // Bars, snapshot, then the next segment: the kill falls behind any of them.
        var what = _random.Next(3) switch { 0 => ".bars", 1 => ".snapshot", _ => ".jsonl" };
        void Seen(object sender, FileSystemEventArgs e)
        {
            if (e.Name!.Contains(what, StringComparison.Ordinal)) cut.TrySetResult();
        }

        watcher.Created += Seen;
        watcher.Renamed += Seen;
        watcher.EnableRaisingEvents = true;
        await cut.Task.WaitAsync(TimeSpan.FromSeconds(120));
        await Kill("cut of the journal", static _ => true);
    }

    private async Task<SlotJournal> Kill(string state, Func<SlotJournal, bool> holds, int leastNext = 0)
    {
        var (first, second) = (_client!, _serverDies ? _server : null);
        if (second is not null && _random.Next(2) == 0) (first, second) = (second, first);
        await first.Kill();
        if (second is not null) await second.Kill();
        _kills.Add(state + (_serverDies ? " with its server" : ""));
        if (_serverDies)
        {
            _server!.Dispose();
            _server = null;
        }
        else _server!.Say("give");

        _serverDies = !_serverDies;
        var journal = SlotJournal.Read(RunPath);
        Assert.True(holds(journal), $"seed {seed}: the journal does not say that it died in: {state}");
        _next = Math.Max(leastNext, After(journal));
        if (isLossy && state != "warm-up") _next += _random.Next(1, LongestLoss);
        return journal;
    }

    private int After(SlotJournal journal) => _ticks.FindIndex(t => t.Tick.Time > journal.LastTick);

    private int First(int slot) => _ticks.FindIndex(t => t.Tick.Time >= MadeTicks.Start + slot * SlotStrategy.Slot);

    // Which state in which slot: there must be a price of the slot from which on it lasts.
    private string[] Order(SlotRun calm)
    {
        string[] order = ["position", "pending", "gap", "cut"];
        for (var tries = 0; tries < 1000; tries++)
        {
            _random.Shuffle(order);
            if (Points(1 + Array.IndexOf(order, "position"), calm.HasPosition).Count > 0 && Points(1 + Array.IndexOf(order, "pending"), calm.HasPending).Count > 0) return order;
        }

        throw new InvalidOperationException($"seed {seed}: no slot has an order that waits for as long as it takes to be killed.");
    }

    // Prices of a slot from which on a state lasts for all the server may have sent by the kill.
    private List<int> Points(int slot, bool[] state) =>
        [.. Enumerable.Range(First(slot), First(slot + 1) - LongestLoss - 2 * AtWork - First(slot)).Where(i => !state.AsSpan(i - 1, AtWork + 2).Contains(false))];

    private int Pick(List<int> points) => points[_random.Next(points.Count)];

    /// <summary>What came of it.</summary>
    /// <param name="Directory">Of the run.</param>
    /// <param name="Ledger">Its ledger hash.</param>
    /// <param name="Expected">That of the run which nobody kills, with the same gap.</param>
    /// <param name="Kills">In which state each was, and whether its server died too.</param>
    internal sealed record Outcome(string Directory, string Ledger, string Expected, IReadOnlyList<string> Kills);
}
