using Axfl.Contracts;

namespace Axfl.Runs.Files;

/// <summary>Statuses as lines of JSON, one file a trading day (live) or month (replay) of event time.</summary>
internal sealed class StatusLog(string directory) : IDisposable
{
    private readonly JsonLine _line = new();
    private readonly Dictionary<string, WrittenFile> _written = new(StringComparer.Ordinal);
    private LineFile? _file;
    private string _name = "";

    /// <summary>Writes one status.</summary>
    /// <returns>The line, without its end.</returns>
    public byte[] Append(PortfolioStatus status)
    {
        var name = RunFiles.Status(status);
        if (_file is null || name != _name)
        {
            _file?.Dispose();
            _file = new LineFile(Path.Combine(directory, name));
            _name = name;
            _written[name] = _file.Written;
        }

        _line.Restart();
        StatusJson.Write(status, _line.Writer);
        var line = _line.Finish().ToArray();
        _file.Append(line);
        return line;
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
    public void Dispose()
    {
        _file?.Dispose();
        _line.Dispose();
    }
}
