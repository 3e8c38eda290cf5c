using Axfl.Contracts;
using Axfl.Research.Sweeps;
using Axfl.Strategies.Catalogue;
using Axfl.Testing;

namespace Axfl.Research.Tests.Sweeps;

/// <summary>A folder with a sessions file, in which sweeps are read and planned.</summary>
internal sealed class SweepFolder(string sessions = SessionsFiles.Small) : IDisposable
{
    private readonly SessionsFiles _sessions = new(sessions);

    public string Folder => _sessions.Folder;

    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>A sweep of the folder's sessions file: keys below <c>sweep:</c>, a line each, with the name and the sessions file before them.</summary>
    public SweepDefinition Read(string keys) => SweepFile.Read(Write("sweep.yaml", Text(keys)));

    public static string Text(string keys) => "sweep:\n  name: test\n  sessions: sessions.yaml\n" + string.Concat(keys.ReplaceLineEndings("\n").Split('\n').Select(l => "  " + l + "\n"));

    public SweepPlan Plan(string keys, bool force = false) => Plan(Read(keys), force);

    public SweepPlan Plan(SweepDefinition sweep, bool force = false) =>
        new SweepPlanner(sweep, new RunRequest { WorkingDirectory = Folder }, StrategyCatalogue.BuiltIn).Plan(force, CancellationToken.None);

    /// <summary>The errors of a sweep, each <c>line,column key: message</c>.</summary>
    public string[] Errors(string keys) =>
        [.. Assert.Throws<ConfigurationException>(() => Plan(keys)).Problems.Where(p => !p.IsWarning).Select(p => $"{Path.GetFileName(p.File)}({p.Line},{p.Column}) {p.Key}: {p.Message}")];

    /// <summary>Values of the trials, an axis after the other.</summary>
    public string[] Trials(string keys) => [.. Plan(keys).Trials.Select(t => string.Join(' ', t.Values.Select(v => v.Json)))];

    public void Dispose() => _sessions.Dispose();
}
