using Axfl.Contracts;
using Axfl.Data.Disk;
using Axfl.Engine.Results;
using CsvHelper;

namespace Axfl.Runs.Files;

/// <summary>Writes trades.csv, a line as each trade closes.</summary>
internal sealed class TradesCsvWriter : IDisposable
{
    private readonly string _path;
    private readonly WrittenFile _written;
    private readonly StreamWriter _stream;
    private CsvWriter? _csv;

    /// <summary>Makes the file with its header.</summary>
    /// <exception cref="AxflException">The file cannot be written.</exception>
    public TradesCsvWriter(string path)
    {
        _path = path;
        _written = new WrittenFile(path);
        _written.Add(System.Text.Encoding.UTF8.GetBytes(TradesCsv.Header));
        _stream = OutputErrors.Guard(path, () => new StreamWriter(new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete)));
        _stream.NewLine = "\n";
        OutputErrors.Guard(path, () =>
        {
            _stream.WriteLine(TradesCsv.Header);
            _stream.Flush();
        });
    }

    /// <summary>Adds one trade.</summary>
    public void Append(in TradeRecord trade)
    {
        // Made at the first trade: loading CsvHelper costs start-up time.
        _csv ??= CsvWriter.Create(_stream, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        var csv = _csv;
        var fields = TradesCsv.Fields(trade);
        OutputErrors.Guard(_path, () =>
        {
            foreach (var field in fields) csv.WriteField(field);
            csv.EndRecord();
        });
    }

    /// <summary>Gives everything to the operating system.</summary>
    public void Flush() => OutputErrors.Guard(_path, () =>
    {
        _csv?.Flush();
        _stream.Flush();
    });

    /// <summary>Holds the file against what was written.</summary>
    /// <exception cref="AxflException">It is gone or another (<c>RunFileChanged</c>).</exception>
    public void Verify()
    {
        Flush();
        _written.Length = _stream.BaseStream.Position;
        _written.Verify();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            Flush();
        }
        finally
        {
            OutputErrors.Guard(_path, () =>
            {
                _csv?.Dispose();
                _stream.Dispose();
            });
        }
    }
}
