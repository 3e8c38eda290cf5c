using Axfl.Contracts;

namespace Axfl.Runs.Files;

/// <summary>Statuses as lines of JSON, one file a trading day (live) or month (replay) of event time.</summary>
internal sealed class StatusLog(string directory) : IDisposable
{
    private readonly JsonText _line = new();
    private readonly Dictionary<string, WrittenFile> _written = new(StringComparer.Ordinal);
    private LineFile? _file;
    private PortfolioStatus? _last;

    /// <summary>Writes one status.</summary>
    /// <returns>The line, without its end; valid until the next.</returns>
    public ReadOnlySpan<byte> Append(PortfolioStatus status)
    {
        if (_file is null || !IsInPresentFile(status)) Open(RunFiles.Status(status));
        _last = status;
        _line.Restart();
        StatusJson.Write(status, _line);
        _file!.Append(_line.Written);
        return _line.Written;
    }

    /// <summary>Gives everything to the operating system.</summary>
    public void Flush() => _file?.Flush();

    /// <summary>Holds all its files against what was written.</summary>
    /// <exception cref="AxflException">One is gone or another (<c>RunFileChanged</c>).</exception>
    public void Verify()
    {
        Flush();
        foreach (var written in _written.Values) written.Verify();
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    // Names are texts: they are made only when the file may be another one.
    private bool IsInPresentFile(PortfolioStatus status) => _last is { } last && status.Mode == last.Mode && (status.Mode == "replay"
        ? (status.Now.Year, status.Now.Month) == (last.Now.Year, last.Now.Month) : status.Day == last.Day);

    private void Open(string name)
    {
        _file?.Dispose();
        _file = new LineFile(Path.Combine(directory, name));
        _written[name] = _file.Written;
    }
}
