using Axfl.Contracts;
using Axfl.Engine.Gates;
using Axfl.Engine.Orders;
using Axfl.Engine.Results;
using Axfl.Runs.Files;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Files;

public sealed class DecisionsTests : IDisposable
{
    private readonly TemporaryFolder _directory = new();

    private string Path => _directory["decisions.jsonl"];

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_line_has_the_keys_of_the_page_in_their_order() => Assert.Equal(
        """
        {"time":"2026-01-13T07:20:00Z","symbol":"EURUSD","strategy":"lsg","stage":"place","result":"accepted","side":"short","type":"stop","price":1.0994,"stop_loss":1.1008,"target":1.098,"detail":""}

        """.ReplaceLineEndings("\n"),
        Written(SampleRecords.Decision()));

    [Fact]
    public void A_gate_says_the_two_numbers_it_compared_without_escapes() => Assert.Contains(
        "\"result\":\"portfolio_halted\"," + "\"side\":\"short\",\"type\":\"stop\",\"price\":1.0994,\"stop_loss\":1.1008,\"target\":1.098,\"detail\":\"-5.12R <= -5R\"",
        Written(SampleRecords.Decision() with { Result = GateList.InOrder.Single(g => g.Name == "portfolio_halted"), Left = -5.12, Right = -5 }));

    [Fact]
    public void An_order_without_stop_loss_and_target_has_nulls()
    {
        Written(SampleRecords.Decision() with { Order = new EntryOrder(Side.Long, EntryType.Market, 1.1, double.NaN), Result = GateList.InOrder.Single(g => g.Name == "risk_distance") });
        Assert.Contains("\"stop_loss\":null,\"target\":null,\"detail\":\"no stop loss\"", File.ReadAllText(Path));
        var decision = Assert.Single(DecisionsFile.Read(Path));
        Assert.Equal((null, null, "risk_distance"), (decision.StopLoss, decision.Target, decision.Result));
    }

    [Fact]
    public void What_was_written_reads_back()
    {
        var record = SampleRecords.Decision();
        Written(record, record with { Stage = DecisionStage.Cancel, Result = CancelReason.Expired });
        var read = DecisionsFile.Read(Path).ToArray();
        Assert.Equal(record.ToDecision() with { Target = 1.098 }, read[0]);
        Assert.Equal(("cancel", "expired"), (read[1].Stage, read[1].Result));
    }

    [Fact]
    public void A_torn_last_line_is_left_out_and_a_damaged_one_named()
    {
        var line = Written(SampleRecords.Decision());
        File.WriteAllText(Path, line + line[..30]);
        Assert.Single(DecisionsFile.Read(Path));
        File.WriteAllText(Path, line + "{}\n");
        var error = Assert.Throws<AxflException>(() => DecisionsFile.Read(Path).ToArray());
        Assert.Equal("DecisionsFileInvalid", error.ErrorId);
        Assert.Contains($"{Path}(2)", error.Message);
    }

    [Fact]
    public void A_line_costs_next_to_no_memory()
    {
        using var writer = new DecisionsWriter(Path);
        var record = SampleRecords.Decision();
        for (var i = 0; i < 100; i++) writer.Append(record);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) writer.Append(record);
        // The text of the time.
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 1000, 0, 120);
    }

    private string Written(params DecisionRecord[] decisions)
    {
        using (var writer = new DecisionsWriter(Path))
            foreach (var decision in decisions) writer.Append(decision);
        return File.ReadAllText(Path);
    }
}
