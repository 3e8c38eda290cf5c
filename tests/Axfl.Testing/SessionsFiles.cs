using Axfl.Configuration;
using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Strategies.Catalogue;

namespace Axfl.Testing;

/// <summary>A sessions file in a folder of its own, for one test.</summary>
internal sealed class SessionsFiles : IDisposable
{
    public const string Small = """
        portfolio:
          symbols: [EURUSD, GBPUSD]
          strategies:
            - name: lsg
              windows: [{start: "07:00", end: "10:00"}]
        """;

    public SessionsFiles(string text)
    {
        Folder = Directory.CreateTempSubdirectory("axfl-sessions-").FullName;
        Path = System.IO.Path.Combine(Folder, "sessions.yaml");
        File.WriteAllText(Path, text);
    }

    public string Folder { get; }

    public string Path { get; }

    public static RunPlan Load(string text, params string[] set)
    {
        using var sessions = new SessionsFiles(text);
        return SessionsLoader.Load(new RunRequest { SessionsPath = sessions.Path, Set = set }, StrategyCatalogue.BuiltIn);
    }

    public static IReadOnlyList<ConfigurationProblem> Check(string text, params string[] set)
    {
        using var sessions = new SessionsFiles(text);
        return SessionsLoader.Check(new RunRequest { SessionsPath = sessions.Path, Set = set }, StrategyCatalogue.BuiltIn);
    }

    /// <summary>The only problem of a file.</summary>
    public static ConfigurationProblem Problem(string text, params string[] set) => Assert.Single(Check(text, set));

    public static object? Value(RunPlan plan, string strategy, string symbol, string parameter) => plan.Engine.Symbols
        .Single(s => s.Instrument.Symbol == symbol).Slots.Single(s => s.Strategy == strategy).Values[parameter];

    public static string Origin(RunPlan plan, string key) => plan.Description.Values.Single(v => v.Key == key).Origin;

    public void Dispose() => Directory.Delete(Folder, true);
}
