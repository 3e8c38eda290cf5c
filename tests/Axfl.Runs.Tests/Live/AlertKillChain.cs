using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Axfl.LiveHost;

namespace Axfl.Runs.Tests.Live;

/// <summary>One live run with a webhook that is killed at random ticks and taken up again, each time by a process of its own, until it ends in order.</summary>
internal sealed class AlertKillChain(string folder, CountingHook hook, int seed, int market, int ticks)
{
    private readonly string _run = $"told-{seed}";

    private string Directory => Path.Combine(folder, "runs", _run);

    public async Task<AlertOutcome> Run(int kills)
    {
        var random = new Random(seed);
        var noted = new List<IReadOnlyList<string>>();
        foreach (var point in Enumerable.Range(0, kills).Select(_ => random.Next(ticks)).Order())
        {
            var (code, output) = await Host(noted.Count, point);
            Assert.True(code == 137, $"exit code {code}: {output}");
            noted.Add(Noted());
        }

        var (end, ledger) = await Host(noted.Count, -1);
        Assert.True(end == 0, $"exit code {end}: {ledger}");
        noted.Add(Noted());
        return new AlertOutcome(_run, Directory, ledger.Trim(), [.. noted.Select((ids, process) => new AlertProcess(hook.From(_run, process), ids))]);
    }

    // What alerts.jsonl says was sent.
    private IReadOnlyList<string> Noted()
    {
        var path = Path.Combine(Directory, "alerts.jsonl");
        return File.Exists(path) ? [.. File.ReadLines(path).Select(Id)] : [];
    }

    private static string Id(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("event").GetString()!;
    }

    private async Task<(int Code, string Output)> Host(int process, int killAt)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [Hook.AddressName] = hook.AddressFor(_run, process), [Hook.SecretName] = "key of the test" },
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "Axfl.LiveHost.dll"), "hooked", folder, _run, market.ToString(CultureInfo.InvariantCulture),
                ticks.ToString(CultureInfo.InvariantCulture), killAt.ToString(CultureInfo.InvariantCulture),
            },
        };
        using var host = Process.Start(start)!;
        var output = host.StandardOutput.ReadToEndAsync();
        var errors = host.StandardError.ReadToEndAsync();
        await host.WaitForExitAsync();
        return (host.ExitCode, await output + await errors);
    }
}
