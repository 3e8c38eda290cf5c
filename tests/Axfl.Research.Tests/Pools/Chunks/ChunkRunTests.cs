using Axfl.Contracts;
using Axfl.Research.Keys;
using Axfl.Research.Store;

namespace Axfl.Research.Tests.Pools.Chunks;

/// <summary>A sweep in chunks, from its submission to its table.</summary>
[Collection(FaultyStrategy.DoesNotEnd)]
public sealed class ChunkRunTests : IDisposable
{
    private readonly ChunkHarness _chunks = new();

    public void Dispose() => _chunks.Dispose();

    [Fact]
    public void Chunks_in_any_order_give_the_table_of_a_run_in_one_process()
    {
        using var local = new SweepHarness();
        local.Run(ChunkHarness.Axes);
        var submitted = _chunks.Submit();
        Assert.Equal((10, 10, 0, true), (submitted.Trials, submitted.Chunks, submitted.Done, submitted.Submitted));
        Assert.Contains("10 chunks, 10 to do", _chunks.Sweep.Notices[^1], StringComparison.Ordinal);
        _chunks.RunAll();
        Assert.Equal(local.Table(), _chunks.Sweep.Table());
        var again = _chunks.Submit();
        Assert.Equal((10, 10, 10, false), (again.Done, again.Reused, again.Chunks, again.Submitted));
        Assert.Equal(Enumerable.Range(1, 10), _chunks.Sweep.Trials.Select(t => t.Trial));
    }

    [Fact]
    public void A_chunk_has_the_digest_of_its_ledgers_and_its_worker()
    {
        _chunks.Submit();
        _chunks.Run(4);
        var chunk = _chunks.Chunks()[3];
        using var store = _chunks.Sweep.Store();
        Assert.Equal(ChunkKeys.Digest(store.Rows("test", chunk.First, chunk.Last).Select(t => t.Row!.LedgerHash)), chunk.Digest);
        Assert.Equal((1, Environment.MachineName + "/" + Environment.ProcessId), (chunk.Tries, chunk.Worker));
        Assert.NotNull(chunk.DoneAt);
        Assert.Equal([4], _chunks.Chunks().Select((c, i) => c.DoneAt is null ? 0 : i + 1).Where(n => n > 0));
    }

    [Fact]
    public void A_chunk_that_is_done_is_skipped_and_says_by_whom_it_was_done()
    {
        _chunks.Submit();
        var first = _chunks.Run(2);
        var second = _chunks.Run(2);
        Assert.Equal((false, 1, true, 0), (first.Skipped, first.Done, second.Skipped, second.Done));
        Assert.Equal(Environment.MachineName + "/" + Environment.ProcessId, second.Worker);
        Assert.Equal(1, _chunks.Chunks()[1].Tries);
    }

    [Fact]
    public void Another_result_for_a_trial_of_a_chunk_is_an_alarm_and_the_first_is_kept()
    {
        _chunks.Submit();
        _chunks.Run(3);
        var kept = _chunks.Chunks()[2].Digest;
        using (var store = _chunks.Sweep.Store(StoreAccess.Write))
        {
            var chunk = store.Chunks("test")[2];
            var row = store.Rows("test", chunk.First, chunk.Last)[0].Row!;
            var alarms = store.CompleteChunk(chunk, [row with { LedgerHash = "other", Worker = "b" }], ChunkKeys.Digest(["other"]), "b", "v");
            Assert.Equal([(row.Key, row.LedgerHash, "other"), (chunk.Key, kept, ChunkKeys.Digest(["other"]))], alarms.Select(a => (a.Trial, a.KeptHash, a.OtherHash!)));
            Assert.Equal(row.LedgerHash, store.Rows("test", chunk.First, chunk.Last)[0].Row!.LedgerHash);
            Assert.Equal(2, store.Alarms().Count);
        }

        Assert.Equal(kept, _chunks.Chunks()[2].Digest);
    }

    [Fact]
    public void The_same_result_a_second_time_is_no_alarm_and_changes_nothing()
    {
        _chunks.Submit();
        _chunks.Run(3);
        var table = _chunks.Sweep.Table();
        using var store = _chunks.Sweep.Store(StoreAccess.Write);
        var chunk = store.Chunks("test")[2];
        var row = store.Rows("test", chunk.First, chunk.Last)[0].Row!;
        Assert.Empty(store.CompleteChunk(chunk, [row], chunk.Digest, "b", "v"));
        Assert.Equal(table, _chunks.Sweep.Table());
        Assert.Equal(chunk, store.Chunk(chunk.Key));
    }

    [Fact]
    public void A_sweep_of_which_all_is_known_is_done_as_soon_as_it_is_submitted()
    {
        _chunks.Sweep.Run(ChunkHarness.Axes);
        var submitted = _chunks.Submit();
        Assert.Equal((10, 10, false), (submitted.Done, submitted.Reused, submitted.Submitted));
        Assert.All(_chunks.Chunks(), c => Assert.Equal((0, true, true), (c.Tries, c.DoneAt is not null, c.Digest is not null)));
    }

    [Fact]
    public void A_digest_that_is_kept_is_compared_although_the_chunk_is_to_do_again()
    {
        _chunks.Submit();
        _chunks.Run(3);
        var kept = _chunks.Chunks()[2];
        _chunks.Change($"update chunk set done_at = null where key = '{kept.Key}'");
        _chunks.Change($"update trial set ledger_hash = 'changed' where key in (select key from sweep_trial where number = {kept.First})");
        Assert.Equal([kept.Key], _chunks.Run(3).Alarms);
        Assert.Equal(kept.Digest, _chunks.Chunks()[2].Digest);
    }

    [Fact]
    public void A_chunk_whose_sweep_was_removed_while_it_ran_writes_nothing()
    {
        _chunks.Submit();
        _chunks.Run(1);
        using var store = _chunks.Sweep.Store(StoreAccess.Write);
        var chunk = store.Chunks("test")[1];
        var row = store.Rows("test", 1, 1)[0].Row! with { Key = store.Rows("test", chunk.First, chunk.First)[0].Key };
        store.Remove("test");
        Assert.Equal("ChunkWithdrawn", Assert.Throws<AxflException>(() => store.CompleteChunk(chunk, [row], "digest", "b", "v")).ErrorId);
        Assert.Empty(store.Find([row.Key]));
    }

    [Fact]
    public void Trials_that_the_store_has_are_not_run_again()
    {
        _chunks.Sweep.Run(ChunkHarness.Axes);
        using (var store = _chunks.Sweep.Store()) Assert.Empty(store.Chunks("test"));
        _chunks.Change("update trial set wall_ms = 12345");
        _chunks.Submit();
        _chunks.RunAll();
        using var after = _chunks.Sweep.Store();
        Assert.All(after.Rows("test"), t => Assert.Equal(12345, t.Row!.WallMs));
        Assert.All(after.Chunks("test"), c => Assert.NotNull(c.Digest));
    }

    [Fact]
    public void A_stopped_chunk_stays_to_do()
    {
        _chunks.Submit();
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => _chunks.Run(1, cancellation: stop.Token));
        Assert.Null(_chunks.Chunks()[0].DoneAt);
        Assert.Equal(1, _chunks.Run(1).Done);
    }

    [Fact]
    public void Chunks_that_nobody_has_begun_are_withdrawn_and_submitted_again()
    {
        using var local = new SweepHarness();
        local.Run(ChunkHarness.Axes);
        _chunks.Submit();
        _chunks.Run(1);
        _chunks.Sweep.Sweeps.Stop("test", _chunks.Sweep.StoreRequest);
        Assert.Single(_chunks.Chunks());
        Assert.Equal("SweepNotRunning", Assert.Throws<AxflException>(() => _chunks.Sweep.Sweeps.Stop("test", _chunks.Sweep.StoreRequest)).ErrorId);
        Assert.Equal("ChunkNotFound", Assert.Throws<AxflException>(() => _chunks.Run(2)).ErrorId);
        Assert.Equal(10, _chunks.Submit().Chunks);
        _chunks.RunAll();
        Assert.Equal(local.Table(), _chunks.Sweep.Table());
    }

    [Fact]
    public void A_trial_that_takes_too_long_ends_the_command_and_the_next_goes_past_it()
    {
        using var faulty = new ChunkHarness(SweepHarness.Faulty);
        faulty.Submit("axes: {strategies.faulty.params.fault: [0, 2, 3]}", r => r with { ChunkSeconds = 1000 });
        Assert.Single(faulty.Chunks());
        FaultyStrategy.Released.Reset();
        try
        {
            var hangs = Assert.Throws<AxflException>(() => faulty.Run(1, w => w with { TrialTimeout = TimeSpan.FromSeconds(1) }));
            Assert.Equal("TrialHangs", hangs.ErrorId);
            Assert.Contains("Trial 2 of the sweep 'test' had not ended after", hangs.Message, StringComparison.Ordinal);
            Assert.Null(faulty.Chunks()[0].DoneAt);
            var next = faulty.Run(1, w => w with { TrialTimeout = TimeSpan.FromSeconds(1) });
            Assert.Equal((2, 1), (next.Done, next.Failed));
            Assert.StartsWith("timeout", next.Error, StringComparison.Ordinal);
            Assert.Null(faulty.Chunks()[0].Digest);
            Assert.NotNull(faulty.Chunks()[0].DoneAt);
        }
        finally
        {
            FaultyStrategy.Released.Set();
        }

        // Submitted again, what took too long is run again.
        Assert.Equal((3, 2, true), faulty.Submit("axes: {strategies.faulty.params.fault: [0, 2, 3]}", r => r with { ChunkSeconds = 1000 }) is var again ? (again.Trials, again.Done, again.Submitted) : default);
        Assert.Equal(3, faulty.Run(1).Done);
    }

    [Fact]
    public void A_sweep_whose_middle_trial_does_not_end_is_planned_all_the_same()
    {
        using var faulty = new ChunkHarness(SweepHarness.Faulty);
        FaultyStrategy.Released.Reset();
        try
        {
            var plan = faulty.Sweep.Sweeps.Plan(
                faulty.Sweep.Request("axes: {strategies.faulty.params.fault: [0, 3, 2, 4]}") with { TrialTimeout = TimeSpan.FromSeconds(1) }, null, CancellationToken.None);
            Assert.InRange(plan.Time, TimeSpan.FromTicks(1), TimeSpan.FromSeconds(4));
        }
        finally
        {
            FaultyStrategy.Released.Set();
        }
    }

    [Fact]
    public void A_trial_that_fails_is_a_row_with_its_error_and_does_not_stop_its_chunk()
    {
        using var faulty = new ChunkHarness(SweepHarness.Faulty);
        faulty.Submit("axes: {strategies.faulty.params.fault: [0, 1]}", r => r with { ChunkSeconds = 1000 });
        var report = faulty.Run(1);
        Assert.Equal((1, 1), (report.Done, report.Failed));
        Assert.Contains("no luck with EURUSD", report.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("keeptrades", "KeepTrades")]
    [InlineData("timeout", "workers")]
    [InlineData("time", "86400")]
    public void What_a_pool_cannot_do_is_refused(string what, string why)
    {
        var refused = Assert.Throws<AxflException>(() => _chunks.Submit(change: r => what switch
        {
            "keeptrades" => r with { KeepTrades = 3 },
            "timeout" => r with { TrialTimeout = TimeSpan.FromSeconds(5) },
            _ => r with { ChunkSeconds = 0 },
        }));
        Assert.Equal("PoolRefused", refused.ErrorId);
        Assert.Contains(why.ToLowerInvariant(), refused.Message.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_queue_needs_a_server_and_says_so()
    {
        var refused = Assert.Throws<AxflException>(() => _chunks.Submit(change: r => r with { Pool = "hangfire" }));
        Assert.Equal("PoolNeedsServer", refused.ErrorId);
        Assert.Contains("is a file", refused.Message, StringComparison.Ordinal);
    }
}
