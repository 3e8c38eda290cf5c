namespace Axfl.Contracts;

/// <summary>One error or warning of a sessions file.</summary>
/// <param name="File">Path as given.</param>
/// <param name="Line">1-based; 0 when it has no place.</param>
/// <param name="Column">1-based; 0 when it has no place.</param>
/// <param name="Key">The key concerned, dotted: <c>portfolio.costs.spraed_pips</c>.</param>
/// <param name="Message">What is wrong and what would be right.</param>
/// <param name="IsWarning">Whether a run may start all the same.</param>
public sealed record ConfigurationProblem(string File, int Line, int Column, string Key, string Message, bool IsWarning)
{
    /// <summary><c>file(line,column): error: key: message</c>, the form editors and CI link; without a place, or a key, without that part.</summary>
    public override string ToString() =>
        (Line > 0 ? $"{File}({Line},{Column})" : File) + (IsWarning ? ": warning: " : ": error: ") + (Key.Length > 0 ? Key + ": " : "") + Message;
}

/// <summary>A sessions file, or a sweep file, with errors: all of them at once.</summary>
public sealed class ConfigurationException : AxflException
{
    /// <summary>Errors of a sessions file.</summary>
    /// <param name="problems">Errors and warnings, in file order.</param>
    public ConfigurationException(IReadOnlyList<ConfigurationProblem> problems)
        : this("SessionsFileInvalid", problems)
    {
    }

    /// <summary>Errors of another file.</summary>
    /// <param name="errorId">Stable id: <c>SweepFileInvalid</c>.</param>
    /// <param name="problems">Errors and warnings, in file order.</param>
    public ConfigurationException(string errorId, IReadOnlyList<ConfigurationProblem> problems)
        : base(errorId, ErrorKind.Configuration, string.Join(Environment.NewLine, problems)) => Problems = problems;

    /// <summary>Errors and warnings, in file order.</summary>
    public IReadOnlyList<ConfigurationProblem> Problems { get; }
}
