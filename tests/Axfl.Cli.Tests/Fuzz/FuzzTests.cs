using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Axfl.Cli.Hosting;
using Axfl.FakeHost;
using Axfl.Testing;

namespace Axfl.Cli.Tests.Fuzz;

/// <summary>Nothing runs beside it: keys of providers are set in the environment of the process.</summary>
[CollectionDefinition("fuzz", DisableParallelization = true)]
public sealed class Alone;

/// <summary>
/// Damaged input of every kind through the commands, by fixed seeds: each ends with a foreseen exit code, within 60 s, and within 10 s where <c>AXFL_FUZZ</c> is set. A share of
/// <c>AXFL_FUZZ</c> inputs each (default 500; 19000 is the whole).
/// </summary>
[Collection("fuzz")]
public sealed class FuzzTests : IDisposable
{
    private static readonly string[] KeyVariables = ["FINNHUB_API_KEYS", "TWELVEDATA_API_KEYS", "OANDA_API_KEY", "OANDA_ACCOUNT_ID"];

    private readonly FuzzHarness _fuzz = new();

    public FuzzTests()
    {
        foreach (var name in KeyVariables) Environment.SetEnvironmentVariable(name, "FUZZ-KEY-123456");
    }

    public void Dispose()
    {
        foreach (var name in KeyVariables) Environment.SetEnvironmentVariable(name, null);
        _fuzz.Dispose();
    }

    [Fact]
    public async Task Damaged_sessions_files_are_refused_or_read()
    {
        var files = FuzzInput.SessionFiles;
        for (var n = 0; n < Share(3000); n++)
        {
            var path = _fuzz.Write("sessions.yaml", Mutant.Of(files[n % files.Count], 1_000_000 + n));
            await _fuzz.Run($"sessions {n}", null, "sessions", "check", path);
            if (n % 4 == 0) await _fuzz.Run($"sessions {n}", null, "sessions", "show", path);
            if (n % 10 == 1) await _fuzz.Run($"sessions {n}", null, "live-port", "--cfg", path, "--source", "simulated", "--since", "2025-07-01", "--until", "2025-07-02", "--run-id", $"s{n}");
        }

        Verdict();
    }

    [Fact]
    public async Task Damaged_bar_files_of_every_dialect_are_refused_or_read()
    {
        var files = FuzzInput.BarFiles;
        var plan = _fuzz.Write("plan.yaml", "p:\n  symbols: [EURUSD]\n  interval: 5m\n  warmup_days: 0\n  strategies: [{name: orb, windows: [{start: \"00:00\", end: \"24:00\"}]}]\n"u8.ToArray());
        for (var n = 0; n < Share(4000); n++)
        {
            var (name, bytes) = files[n % files.Count];
            var path = _fuzz.Write($"bars{n}/{name}", Mutant.Of(bytes, 2_000_000 + n));
            await _fuzz.Run($"bars {n}", null, "data", "check", path);
            if (n % 4 == 0) await _fuzz.Run($"bars {n}", null, "live-port", "--cfg", plan, "--profile", "p", "--data", "EURUSD=" + path, "--data-timezone", "UTC", "--run-id", $"b{n}");
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }

        Verdict();
    }

    [Fact]
    public async Task Damaged_archives_are_refused_or_read()
    {
        var files = FuzzInput.Archives;
        for (var n = 0; n < Share(3000); n++)
        {
            var (name, bytes) = files[n % files.Count];
            var path = _fuzz.Write($"zips{n}/{name}", Mutant.Of(bytes, 3_000_000 + n));
            await _fuzz.Run($"archive {n}", null, "data", "check", path);
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }

        Verdict();
    }

    [Fact]
    public async Task Damaged_journals_and_files_of_runs_are_refused_or_read()
    {
        var run = await LiveRun();
        string[] files = [.. Directory.GetFiles(run, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        var strategies = Path.Combine(AppContext.BaseDirectory, "Axfl.LiveHost.dll");
        for (var n = 0; n < Share(4000); n++)
        {
            // Every second one is the journal or a snapshot of it, whatever it is made of.
            var journals = Array.FindAll(files, f => f.Contains("journal", StringComparison.Ordinal));
            var file = n % 2 == 0 ? journals[n / 2 % journals.Length] : files[n / 2 % files.Length];
            var whole = await File.ReadAllBytesAsync(file);
            var damaged = Mutant.Of(whole, 4_000_000 + n);
            if (n % 4 == 0 && file.EndsWith(".jsonl", StringComparison.Ordinal) && journals.Contains(file)) damaged = FuzzInput.Seal(damaged);
            await File.WriteAllBytesAsync(file, damaged);
            var input = $"run {n} {Path.GetFileName(file)}";
            await _fuzz.Run(input, null, "journal", "check", run, "--strategy-assembly", strategies);
            string[] reader = new[] { "status", "trades", "decisions", "measure" }[n % 4] is "measure" ? ["measure", run] : [new[] { "status", "trades", "decisions" }[n % 4 % 3], run];
            await _fuzz.Run(input, null, reader);
            if (n % 8 == 0) await _fuzz.Run(input, null, "compare", run, run, "--strategy-assembly", strategies);
            await File.WriteAllBytesAsync(file, whole);
        }

        Verdict();
    }

    [Fact]
    public async Task Damaged_answers_of_providers_are_refused_or_read()
    {
        var answers = new List<(string Provider, int Status, byte[] Body)>();
        foreach (var file in Directory.GetFiles(Repository.PathOf("tests", "data", "frames", "rest"), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var response = JsonDocument.Parse(await File.ReadAllBytesAsync(file)).RootElement.GetProperty("response");
            var body = response.TryGetProperty("body", out var json) ? json.GetRawText() : response.GetProperty("bodyText").GetString()!;
            answers.Add((Path.GetFileName(Path.GetDirectoryName(file))!, response.GetProperty("status").GetInt32(), Encoding.UTF8.GetBytes(body)));
        }

        var reply = new RestReply(200, "");
        await using var server = await FakeRest.Start(_ => reply);
        for (var n = 0; n < Share(3000); n++)
        {
            var (provider, status, body) = answers[n % answers.Count];
            reply = new RestReply(n % 3 == 0 ? 200 : status, "") { Bytes = Mutant.Of(body, 5_000_000 + n) };
            await _fuzz.Run($"answer {n}", new ShortWaits(), "history", "save", "--symbol", "EURUSD", "--since", "2026-03-03T13:50Z", "--until", "2026-03-03T14:10Z",
                "--source", provider, "--data", $"h{n}", "--endpoint", server.Address.ToString());
            if (Directory.Exists(Path.Combine(_fuzz.Folder, $"h{n}"))) Directory.Delete(Path.Combine(_fuzz.Folder, $"h{n}"), recursive: true);
        }

        Verdict();
    }

    [Theory]
    [InlineData("finnhub")]
    [InlineData("twelvedata")]
    [InlineData("oanda")]
    public async Task A_live_run_survives_damaged_frames(string provider)
    {
        // Errors of the provider stay out: a key that is refused ends a run, and ought to.
        byte[][] frames = [.. Directory.GetFiles(Repository.PathOf("tests", "data", "frames", provider)).Order(StringComparer.Ordinal)
            .SelectMany(f => Encoding.UTF8.GetString(File.ReadAllBytes(f)).Split('\n', f.EndsWith(".ndjson", StringComparison.Ordinal) ? StringSplitOptions.RemoveEmptyEntries : StringSplitOptions.None)
                .Chunk(f.EndsWith(".ndjson", StringComparison.Ordinal) ? 1 : int.MaxValue).Select(c => string.Join(' ', c)))
            .Where(t => !t.Contains("error", StringComparison.OrdinalIgnoreCase)).Select(Encoding.UTF8.GetBytes)];
        var format = provider switch { "finnhub" => WireFormat.Finnhub, "twelvedata" => WireFormat.TwelveData, _ => WireFormat.Oanda };
        foreach (var name in KeyVariables.Where(k => !k.StartsWith(provider, StringComparison.OrdinalIgnoreCase))) Environment.SetEnvironmentVariable(name, null);
        await using var history = await FakeRest.Start(new RestReply(503, "down"));
        await using var server = await FakeServer.Start();
        using var stop = new StopRequest();
        using var error = new StringWriter();
        string[] args = ["live-port", "--mode", "ws", "--source", provider, "--endpoint", server.Address.ToString(), "--history-endpoint", history.Address.ToString(), "--set", "interval=1m", "--set", "warmup_days=0", "--run-id", "frames", "--verbose"];
        var run = Task.Run(() => CommandLine.Run(args, _fuzz.Context(stop, TextWriter.Synchronized(error))));
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var connection = await Connected();
        for (var n = 0; n < Share(2000) / 3 + 1; n++)
        {
            if (connection.Ended.IsCompleted) connection = await Connected();
            try
            {
                var frame = Mutant.Of(frames[n % frames.Length], 6_000_000 + n);
                await connection.SendBytes(provider == "oanda" ? [.. frame.Where(b => b != (byte)'\n'), (byte)'\n'] : frame);
                if (n % 3 == 0) await connection.Send(format.Heartbeat(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()));
            }
            catch (Exception e) when (e is IOException or System.Net.WebSockets.WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
            {
                // The run gave the connection up, as it may: it dials again.
            }
        }

        // Closed in order, so that all of it is read before the run dials again: it has survived.
        if (!connection.Ended.IsCompleted) await connection.Close();
        await Connected();
        stop.Request(ExitCode.Interrupted);
        Assert.Equal(ExitCode.Interrupted, await run);
        Assert.DoesNotContain("unexpected", error.ToString(), StringComparison.Ordinal);

        async Task<FakeConnection> Connected()
        {
            var next = server.NextConnection(patience.Token).AsTask();
            return await Task.WhenAny(next, run) == next ? await next : throw new InvalidOperationException("The run ended: " + error);
        }
    }

    [Fact]
    public async Task Damaged_files_given_to_processes_are_refused_or_read()
    {
        var (sessions, bars, archives) = (FuzzInput.SessionFiles, FuzzInput.BarFiles, FuzzInput.Archives);
        for (var n = 0; n < FuzzHarness.Processes; n++)
        {
            var (name, bytes) = (n % 3) switch { 0 => ("sessions.yaml", sessions[n / 3 % sessions.Count]), 1 => bars[n / 3 % bars.Count], _ => archives[n / 3 % archives.Count] };
            var path = _fuzz.Write($"p{n}/{name}", Mutant.Of(bytes, 7_000_000 + n));
            await _fuzz.RunProcess($"process {n}", n % 3 == 0 ? ["sessions", "check", path] : ["data", "check", path]);
        }

        Verdict();
    }

    private static int Share(int of19000) => Math.Max(1, FuzzHarness.Inputs * of19000 / 19_000);

    private void Verdict()
    {
        Assert.True(_fuzz.Ran > 0);
        Assert.True(_fuzz.Found.Count == 0, $"{_fuzz.Found.Count} of {_fuzz.Ran}:{Environment.NewLine}{string.Join(Environment.NewLine, _fuzz.Found.Take(40))}");
        if (FuzzHarness.Inputs >= 19_000) Assert.True(Process.GetCurrentProcess().PeakWorkingSet64 < 500L << 20, $"{Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB");
    }

    // A live run of made ticks with its journal, as another process leaves it.
    private async Task<string> LiveRun()
    {
        using var host = Process.Start(_fuzz.Start(Path.Combine(AppContext.BaseDirectory, "Axfl.LiveHost.dll"), [_fuzz.Folder, "made", "7", "400", "-1"]))!;
        var (output, error) = (host.StandardOutput.ReadToEndAsync(), host.StandardError.ReadToEndAsync());
        await host.WaitForExitAsync();
        await output;
        Assert.True(host.ExitCode == 0, await error);
        return Path.Combine(_fuzz.Folder, "runs", "made");
    }
}
