using Axfl.Contracts;

namespace Axfl.Configuration.Yaml;

/// <summary>Collects every problem of a sessions file, so that all are told at once.</summary>
public sealed class ProblemLog
{
    // A file of nonsense has one problem a line; nobody reads more than this.
    private const int Most = 200;
    private readonly List<ConfigurationProblem> _problems = [];

    /// <summary>Whether there is a problem that is more than a warning.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Problems by file and place; the command line first.</summary>
    public IReadOnlyList<ConfigurationProblem> InFileOrder => _problems.Count == 0 ? [] :
        [.. _problems.Distinct().OrderBy(p => p.Line == 0 ? 0 : 1).ThenBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Column)];

    /// <summary>Adds an error.</summary>
    public void Error(SourceLocation location, string key, string message)
    {
        HasErrors = true;
        Add(location, key, message, false);
    }

    /// <summary>Adds a warning.</summary>
    public void Warn(SourceLocation location, string key, string message) => Add(location, key, message, true);

    private void Add(SourceLocation location, string key, string message, bool warning)
    {
        if (_problems.Count < Most) _problems.Add(new ConfigurationProblem(location.File, location.Line, location.Column, key, message, warning));
    }
}
