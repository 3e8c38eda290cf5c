using Axfl.Engine.Results;
using Axfl.Engine.Risk;
using Axfl.Runs.Files;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Files;

public sealed class HaltsWriterTests : IDisposable
{
    private readonly TemporaryFolder _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_halt_has_a_line_as_it_begins_and_one_as_it_ends()
    {
        var path = _run["halts.jsonl"];
        using (var writer = new HaltsWriter(path))
        {
            writer.Append(new HaltRecord(SampleRecords.At("2026-01-13T07:27:00Z"), PortfolioHalt.Kind, true, "", -5.12345, -5));
            writer.Append(new HaltRecord(SampleRecords.At("2026-01-13T08:00:00.250Z"), StrategyDailyStop.Kind, true, "orb", -2, -2));
            writer.Append(new HaltRecord(SampleRecords.At("2026-01-14T00:00:00Z"), PortfolioHalt.Kind, false, "", -5.12345, -5));
            writer.Append(new HaltRecord(SampleRecords.At("2026-01-14T01:00:00Z"), DrawdownGuard.Kind, true, "", 94_999.5, 95_000));
        }

        Assert.Equal(
            [
                """{"time":"2026-01-13T07:27:00Z","halt":"portfolio_halted","strategy":null,"on":true,"value":-5.1235,"limit":-5.0}""",
                """{"time":"2026-01-13T08:00:00.250Z","halt":"strategy_daily_stop","strategy":"orb","on":true,"value":-2.0,"limit":-2.0}""",
                """{"time":"2026-01-14T00:00:00Z","halt":"portfolio_halted","strategy":null,"on":false,"value":-5.1235,"limit":-5.0}""",
                """{"time":"2026-01-14T01:00:00Z","halt":"drawdown","strategy":null,"on":true,"value":94999.5,"limit":95000.0}""",
            ],
            File.ReadAllLines(path));
    }
}
