using System.Runtime.CompilerServices;
using Axfl.Contracts;
using Axfl.Engine;

namespace Axfl.Runtime.Tests;

/// <summary>A sessions file in a folder of its own, for one test.</summary>
internal sealed class Sessions : IDisposable
{
    public const string Small = """
        portfolio:
          symbols: [EURUSD, GBPUSD]
          strategies:
            - name: lsg
              windows: [{start: "07:00", end: "10:00"}]
        """;

    public Sessions(string text)
    {
        Folder = Directory.CreateTempSubdirectory("axfl-sessions-").FullName;
        Path = System.IO.Path.Combine(Folder, "sessions.yaml");
        File.WriteAllText(Path, text);
    }

    public string Folder { get; }

    public string Path { get; }

    /// <summary>The repository, found from where this source lies.</summary>
    public static string Repository([CallerFilePath] string here = "") =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "..", "..", ".."));

    public static RunPlan Load(string text, params string[] set)
    {
        using var sessions = new Sessions(text);
        return SessionsLoader.Load(new RunRequest { SessionsPath = sessions.Path, Set = set }, StrategyCatalogue.BuiltIn);
    }

    public static IReadOnlyList<ConfigurationProblem> Check(string text, params string[] set)
    {
        using var sessions = new Sessions(text);
        return SessionsLoader.Check(new RunRequest { SessionsPath = sessions.Path, Set = set }, StrategyCatalogue.BuiltIn);
    }

    /// <summary>The only problem of a file.</summary>
    public static ConfigurationProblem Problem(string text, params string[] set) => Assert.Single(Check(text, set));

    public static object? Value(RunPlan plan, string strategy, string symbol, string parameter) => plan.Engine.Symbols
        .Single(s => s.Instrument.Symbol == symbol).Slots.Single(s => s.Strategy == strategy).Values[parameter];

    public static string Origin(RunPlan plan, string key) => plan.Description.Values.Single(v => v.Key == key).Origin;

    public void Dispose() => Directory.Delete(Folder, true);
}
