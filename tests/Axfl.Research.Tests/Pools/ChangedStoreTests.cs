using Axfl.Contracts;
using Axfl.Runtime;
using Microsoft.Data.Sqlite;

namespace Axfl.Research.Tests.Pools;

/// <summary>Stores that others removed, replaced or edited.</summary>
public sealed class ChangedStoreTests : IDisposable
{
    private const string Axes = "axes: {strategies.lsg.params.sweep_pips: [2, 3, 4]}\nobjective: {min_trades: 5}";

    private readonly SweepHarness _sweep = new();

    public void Dispose() => _sweep.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_store_that_is_removed_or_replaced_while_the_sweep_runs_is_an_error_and_not_done(bool isReplaced)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "An open file cannot be removed here.");
        _sweep.OnTrial = _ =>
        {
            foreach (var file in Directory.GetFiles(_sweep.Folder, "sweeps.db*")) if (!file.EndsWith(".running", StringComparison.Ordinal)) File.Delete(file);
            if (isReplaced) File.WriteAllText(Path.Combine(_sweep.Folder, "sweeps.db"), "no store at all");
        };
        Assert.Equal(("StoreGone", ErrorKind.Output), Of(() => _sweep.Run(Axes)));
    }

    [Theory]
    [InlineData("""update "trial" set "metrics" = replace("metrics", '"trades":', '"trades":9')""", "its ledger is the same and its metrics are not")]
    [InlineData("""update "trial" set "ledger_hash" = 'other'""", "the program or the bars are others, or the store was changed")]
    public void Rows_that_were_edited_do_not_verify(string change, string problem)
    {
        _sweep.Run(Axes);
        Edit(change);
        Assert.All(_sweep.Sweeps.Verify(_sweep.Named() with { Sample = 3 }, null, CancellationToken.None), c => Assert.Contains(problem, c.Problem, StringComparison.Ordinal));
    }

    [Fact]
    public void A_sweep_without_a_result_cannot_be_verified()
    {
        _sweep.Run(Axes);
        Edit("""update "trial" set "state" = 'foo'""");
        Assert.Equal(("SweepEmpty", ErrorKind.Data), Of(() => _sweep.Sweeps.Verify(_sweep.Named() with { Sample = 3 }, null, CancellationToken.None)));
    }

    [Theory]
    [InlineData("""update "trial" set "metrics" = 'foo'""")]
    [InlineData("""update "trial" set "done_at" = 'never'""")]
    public void Content_that_no_store_has_is_damage_with_the_name_of_the_store(string change)
    {
        _sweep.Run(Axes);
        Edit(change);
        using var store = _sweep.Store();
        Assert.Equal(("StoreDamaged", ErrorKind.Output), Of(() => store.Rows("test")));
    }

    [Fact]
    public async Task A_trial_whose_replay_has_another_ledger_fails_and_says_so()
    {
        _sweep.Run(Axes);
        Assert.Null(await Fault());
        Edit("""update "trial" set "ledger_hash" = 'other'""");
        Assert.Equal("TrialNotReproduced", await Fault());
    }

    [Fact]
    public void Trials_are_named_for_the_holdout_alone() =>
        Assert.Equal(("SweepTrialsUnused", ErrorKind.Configuration), Of(() => _sweep.Run(_sweep.Request(Axes) with { Trials = [1] })));

    private async Task<string?> Fault()
    {
        var request = _sweep.Sweeps.Replay(_sweep.Named(1), new RunRequest { WorkingDirectory = _sweep.Folder, OutputDirectory = Path.Combine(_sweep.Folder, "out"), RunId = Guid.NewGuid().ToString("N") });
        await using var run = new AxflRuntime().Start(request, CancellationToken.None);
        try
        {
            await foreach (var _ in run.Events)
            {
                // Read to the end.
            }

            await run.Completion;
            return null;
        }
        catch (AxflException e)
        {
            return e.ErrorId;
        }
    }

    private static (string, ErrorKind) Of(Action act)
    {
        var error = Assert.Throws<AxflException>(act);
        return (error.ErrorId, error.Kind);
    }

    private static (string, ErrorKind) Of<T>(Func<T> act) => Of(() => { _ = act(); });

    private void Edit(string text)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_sweep.Folder, "sweeps.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
