using System.Text.Json;
using System.Text.Json.Nodes;

namespace Axfl.Cli.Tests.Processes;

/// <summary>Sweeps over made bars for tests that start the program, and what the program says of their trials.</summary>
internal static class SweepFiles
{
    /// <summary>Trials of <see cref="Write(string, string)"/>.</summary>
    public const int Trials = 408;

    /// <summary>Writes a sessions file and, as <c>sweep.yaml</c>, a sweep of two symbols and 408 trials.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="name">Name of the sweep.</param>
    public static void Write(string folder, string name) => Write(folder, name, "EURUSD, GBPUSD", """
          since: 2025-01-06
          until: 2025-05-01
          axes:
            strategies.lsg.params.sweep_pips: {from: 1, to: 6, step: 0.1}
            strategies.lsg.params.target_r: [0.8, 1.0, 1.2, 1.5]
            risk.max_open_positions: [1, 2]
        """);

    /// <summary>Writes a sessions file and a sweep.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="name">Name of the sweep.</param>
    /// <param name="symbols">Symbols, with commas between them.</param>
    /// <param name="rest">Its period and axes, two spaces before each line.</param>
    public static void Write(string folder, string name, string symbols, string rest)
    {
        File.WriteAllText(Path.Combine(folder, "sessions.yaml"), $$"""
            portfolio:
              symbols: [{{symbols}}]
              source: simulated
              strategies:
                - name: lsg
                  windows: [{start: "07:00", end: "10:00"}]
            """);
        File.WriteAllText(Path.Combine(folder, "sweep.yaml"), $"""
            sweep:
              name: {name}
              sessions: sessions.yaml
            {rest}
            """);
    }

    /// <summary>Every trial with all its numbers, but for the time it took.</summary>
    /// <param name="said">What a command said of trials as JSON.</param>
    public static List<string> Rows((int Code, string Output, string Error) said)
    {
        Assert.True(said.Code == 0, said.Error);
        return [.. said.Output.TrimEnd().Split('\n').Select(static line =>
        {
            var trial = JsonNode.Parse(line)!.AsObject();
            trial.Remove("wall_ms");
            return trial.ToJsonString(JsonSerializerOptions.Default);
        })];
    }
}
