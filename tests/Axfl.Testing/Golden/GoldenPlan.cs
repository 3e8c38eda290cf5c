using System.Text.Json;
using Axfl.Configuration;
using Axfl.Contracts;
using Axfl.Runs.Backtest;
using Axfl.Strategies.Catalogue;

namespace Axfl.Testing.Golden;

/// <summary>The plan and the bars of a folder of expected results.</summary>
internal static class GoldenPlan
{
    /// <summary>The environment variable that names a folder of sets of real bars.</summary>
    public const string SetsVariable = "AXFL_GOLDEN_SETS";

    /// <summary>The sets in the folder that the environment names; one that is none where it does not.</summary>
    public static IEnumerable<string> Sets() => Environment.GetEnvironmentVariable(SetsVariable) is { Length: > 0 } folder
        ? Directory.GetDirectories(folder).Where(d => File.Exists(Path.Combine(d, "run.json"))).Order(StringComparer.Ordinal)
        : ["(none)"];

    /// <summary>What a replay of the folder is asked for.</summary>
    public static RunRequest Request(string folder)
    {
        using var run = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "run.json")));
        return new RunRequest
        {
            SessionsPath = Path.Combine(folder, "plan.yaml"), Since = run.RootElement.GetProperty("since").GetDateTime(),
            Until = run.RootElement.GetProperty("until").GetDateTime(), Strategies = [ScriptedStrategy.Definition], DataPath = DataPath(folder, run.RootElement),
        };
    }

    /// <summary>Its bars, and its plan with the start of the run.</summary>
    public static LoadedBars Load(string folder)
    {
        var request = Request(folder);
        return LoadedBars.Read(request, SessionsLoader.Load(request, [.. StrategyCatalogue.BuiltIn, ScriptedStrategy.Definition]), null, CancellationToken.None);
    }

    private static string[] DataPath(string folder, JsonElement run) => run.TryGetProperty("bars", out var bars)
        ? [.. bars.EnumerateObject().SelectMany(b => Files(b.Value).Select(f => $"{b.Name}={Path.Combine(folder, "..", "..", "..", f)}"))]
        : [folder];

    private static IEnumerable<string> Files(JsonElement file) =>
        file.ValueKind == JsonValueKind.Object ? file.EnumerateObject().Select(side => side.Value.GetString()!) : [file.GetString()!];
}
