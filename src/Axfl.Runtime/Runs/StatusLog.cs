using Axfl.Contracts;

namespace Axfl.Runtime;

/// <summary>Statuses as lines of JSON, one file a trading day of event time.</summary>
internal sealed class StatusLog(string directory) : IDisposable
{
    private readonly JsonLine _line = new();
    private LineFile? _file;
    private string _day = "";

    /// <summary>Writes one status.</summary>
    /// <returns>The line, without its end.</returns>
    public byte[] Append(PortfolioStatus status)
    {
        if (_file is null || status.Day != _day)
        {
            _file?.Dispose();
            _file = new LineFile(Path.Combine(directory, RunFiles.Status(status.Day)));
            _day = status.Day;
        }

        _line.Restart();
        StatusJson.Write(status, _line.Writer);
        var line = _line.Finish().ToArray();
        _file.Append(line);
        return line;
    }

    /// <summary>Gives everything to the operating system.</summary>
    public void Flush() => _file?.Flush();

    /// <inheritdoc/>
    public void Dispose()
    {
        _file?.Dispose();
        _line.Dispose();
    }
}
