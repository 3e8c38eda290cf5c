using Axfl.Data.Dialects;
using Axfl.Data.Files;
using BenchmarkDotNet.Attributes;

namespace Axfl.Benchmarks;

/// <summary>Canonical CSV into bars. One operation is one row (about 57 bytes).</summary>
[MemoryDiagnoser]
public class CanonicalCsvBenchmark
{
    private const int Rows = 100_000;
    private static readonly Dialect Layout = new()
    {
        Name = "canonical", Delimiter = ',', HasHeader = true, Columns = 6, Time = 0, Form = TimeForm.Iso, Prices = [1, 2, 3, 4], Volume = 5,
    };

    private byte[] _csv = [];

    [GlobalSetup]
    public void Setup() => _csv = MadeBars.Csv(Rows);

    [Benchmark(OperationsPerInvoke = Rows)]
    public double Row()
    {
        using var reader = new CanonicalReader(TextBytes.Open(new MemoryStream(_csv)), null, Layout);
        var sum = 0.0;
        while (reader.TryRead(out var bar)) sum += bar.Bar.Close;
        return sum;
    }
}
