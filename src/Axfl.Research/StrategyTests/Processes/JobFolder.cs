using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using Axfl.Contracts;
using Axfl.Data.Disk;

namespace Axfl.Research.StrategyTests.Processes;

/// <summary>A job on disk: a folder with <c>job.json</c>, and afterwards <c>result.json</c>.</summary>
/// <param name="Path">The folder.</param>
internal sealed record JobFolder(string Path)
{
    private string JobFile => System.IO.Path.Combine(Path, "job.json");

    private string ResultFile => System.IO.Path.Combine(Path, "result.json");

    /// <summary>Writes the job into a new folder.</summary>
    public static JobFolder Write(string path, StrategyJob job)
    {
        Directory.CreateDirectory(path);
        var folder = new JobFolder(path);
        File.WriteAllBytes(folder.JobFile, JsonSerializer.SerializeToUtf8Bytes(job, StrategyJob.Json));
        return folder;
    }

    /// <summary>The job.</summary>
    /// <exception cref="AxflException">The folder has none that can be read.</exception>
    public StrategyJob Read()
    {
        try
        {
            return JsonSerializer.Deserialize<StrategyJob>(File.ReadAllBytes(JobFile), StrategyJob.Json)!;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new AxflException("StrategyJobUnreadable", ErrorKind.Configuration,
                $"{StrategyTestHost.JobVariable} is set to {Path}, which has no part of a test of a strategy: {e.Message} Unset it.", e) { Target = Path };
        }
    }

    /// <summary>Writes what came of it, whole or not at all.</summary>
    public void Write(StrategyJobResult result)
    {
        WholeFile.Replace(ResultFile, stream => JsonSerializer.Serialize(stream, result, StrategyJob.Json));
    }

    /// <summary>What came of it; null: nothing.</summary>
    public StrategyJobResult? Result() => File.Exists(ResultFile) ? JsonSerializer.Deserialize<StrategyJobResult>(File.ReadAllBytes(ResultFile), StrategyJob.Json) : null;

    /// <summary>Writes bars for the jobs of a test.</summary>
    public static void WriteBars(string file, ReadOnlySpan<Bar> bars)
    {
        using var stream = File.Create(file);
        stream.Write(MemoryMarshal.AsBytes(bars));
    }

    /// <summary>Reads them.</summary>
    public static Bar[] ReadBars(string file)
    {
        using var stream = File.OpenRead(file);
        var bars = new Bar[stream.Length / Unsafe.SizeOf<Bar>()];
        stream.ReadExactly(MemoryMarshal.AsBytes(bars.AsSpan()));
        return bars;
    }
}
