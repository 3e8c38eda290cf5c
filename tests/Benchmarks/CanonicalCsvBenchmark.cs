using Axfl.Runtime;
using BenchmarkDotNet.Attributes;

namespace Axfl.Benchmarks;

/// <summary>Canonical CSV into bars. One operation is one row (about 57 bytes).</summary>
[MemoryDiagnoser]
public class CanonicalCsvBenchmark
{
    private const int Rows = 100_000;
    private byte[] _csv = [];

    [GlobalSetup]
    public void Setup() => _csv = MadeBars.Csv(Rows);

    [Benchmark(OperationsPerInvoke = Rows)]
    public double Row()
    {
        using var reader = new CanonicalReader(new MemoryStream(_csv), null, hasHeader: true);
        var sum = 0.0;
        while (reader.TryRead(out var bar)) sum += bar.Bar.Close;
        return sum;
    }
}
