using System.Text;
using Axfl.Contracts;
using Axfl.Data.Check;
using Axfl.Testing;

namespace Axfl.Data.Tests.Files;

public sealed class MutationTests : IDisposable
{
    private static readonly string[] Originals =
    [
        "time,open,high,low,close,volume\n" + Rows(i => $"2025-07-01T{i / 12:00}:{i % 12 * 5:00}:00Z,1.1,1.2,1.0,1.1,{i}\n"),
        Rows(i => $"20250701 {i / 12:00}{i % 12 * 5:00}00;1.1;1.2;1.0;1.1;0\n"),
        "<DATE>\t<TIME>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\n" + Rows(i => $"2025.07.01\t{i / 12:00}:{i % 12 * 5:00}:00\t1.1\t1.2\t1.0\t1.1\t5\n"),
        "\"time\",\"bid_o\",\"bid_h\",\"bid_l\",\"bid_c\",\"ask_o\",\"ask_h\",\"ask_l\",\"ask_c\"\n" + Rows(i => $"\"2025-07-01 {i / 12:00}:{i % 12 * 5:00}:00\",1.1,1.2,1.0,1.1,1.1,1.2,1.0,1.1\n"),
    ];

    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_damaged_file_gives_valid_ascending_bars_or_an_error_of_the_program_and_never_anything_else(int original)
    {
        var random = new Random(1000 + original);
        for (var n = 0; n < 250; n++)
        {
            var path = _folder.WriteBytes("EURUSD.csv", Mutate(Encoding.UTF8.GetBytes(Originals[original]), random));
            try
            {
                var reading = DataFolder.Read(_folder.Request());
                for (var i = 0; i < reading.Bars.Count; i++)
                {
                    var bar = reading.Bars[i];
                    Assert.True(bar.Low > 0 && bar.High >= Math.Max(bar.Open, bar.Close) && bar.Low <= Math.Min(bar.Open, bar.Close) && bar.Volume >= 0);
                    Assert.True(i == 0 || bar.Time > reading.Bars[i - 1].Time);
                    Assert.Equal(0, bar.Time % 300_000);
                }
            }
            catch (AxflException e)
            {
                Assert.Contains("EURUSD.csv", e.Message, StringComparison.Ordinal);
            }

            try
            {
                DataCheck.Run(new DataCheckRequest(path, null), null, CancellationToken.None);
            }
            catch (AxflException e)
            {
                Assert.Contains("EURUSD.csv", e.Message, StringComparison.Ordinal);
            }
        }
    }

    private static byte[] Mutate(byte[] bytes, Random random)
    {
        var mutant = bytes.ToList();
        for (var k = random.Next(1, 12); k > 0 && mutant.Count > 0; k--)
        {
            var at = random.Next(mutant.Count);
            switch (random.Next(6))
            {
                case 0: mutant[at] = (byte)random.Next(256); break;
                case 1: mutant.RemoveRange(at, Math.Min(random.Next(1, 60), mutant.Count - at)); break;
                case 2: mutant.InsertRange(at, mutant.Skip(random.Next(mutant.Count)).Take(random.Next(1, 120)).ToArray()); break;
                case 3: mutant.Insert(at, ",;\t\"\n\r\0-.e"u8[random.Next(10)]); break;
                case 4: mutant.InsertRange(at, "9999999999999999999999999999"u8.ToArray()); break;
                default: mutant.RemoveRange(random.Next(2) == 0 ? 0 : at, Math.Min(at, mutant.Count - at)); break;
            }
        }

        return [.. mutant];
    }

    private static string Rows(Func<int, string> row) => string.Concat(Enumerable.Range(0, 60).Select(row));
}
