using System.Diagnostics;
using Axfl.Testing;

namespace Axfl.Cli.Tests.Processes;

/// <summary>Workers, the submitter and the server killed at any moment of sweeps.</summary>
public sealed class WorkerKillTests(PostgreSqlServer server, ITestOutputHelper said) : IClassFixture<PostgreSqlServer>
{
    private const int Workers = 3;

    [Fact]
    public Task Sweeps_end_with_the_table_of_one_process_over_10_kills_of_workers_and_one_each_of_server_and_submitter() => Kill(10, 1, 1, seed: 1, longestStill: null);

    /// <summary>The long form. It takes some ten minutes, so it is asked for by <c>AXFL_SOAK=1</c>.</summary>
    [Fact]
    public Task Sweeps_end_with_the_table_of_one_process_over_100_kills_of_workers_and_10_each_of_server_and_submitter()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("AXFL_SOAK") == "1", "Set AXFL_SOAK=1 to run it; the ten kills beside it are its tenth.");
        return Kill(100, 10, 10, seed: 2, longestStill: TimeSpan.FromSeconds(60));
    }

    // A new one is started at once for each that is killed; a sweep that has come to its end is begun anew in another database.
    private async Task Kill(int workers, int servers, int submitters, int seed, TimeSpan? longestStill)
    {
        server.Require();
        var random = new Random(seed);
        var victims = Enumerable.Repeat('w', workers).Concat(Enumerable.Repeat('p', servers)).Concat(Enumerable.Repeat('s', submitters)).ToArray();
        random.Shuffle(victims);
        var (killed, still, sweeps) = (0, TimeSpan.Zero, 0);
        List<string>? local = null;
        for (; killed < victims.Length; sweeps++)
        {
            using var folder = new PoolFolder(server.NewDatabase());
            local ??= await folder.Local();
            using var some = new Many(folder);
            var (done, since) = (0, Stopwatch.GetTimestamp());
            for (var next = Soon(); !some.HasEnded;)
            {
                await Task.Delay(100);
                some.Replace();
                if (Done(folder) is var now && now != done) (done, since) = (now, Stopwatch.GetTimestamp());
                if (Stopwatch.GetElapsedTime(since) is var time && time > still) still = time;
                if (killed == victims.Length || Stopwatch.GetTimestamp() < next) continue;
                switch (victims[killed++])
                {
                    case 'w': some.KillWorker(random.Next(Workers)); break;
                    case 's': some.KillSubmitter(); break;
                    default:
                        server.Stop();
                        await Task.Delay(random.Next(2000));
                        server.Start();
                        break;
                }

                next = Soon();
            }

            Assert.Equal(local, await folder.Table());
            Assert.Equal("0", server.Sql(folder.Connection, "select count(*) from alarm"));
            Assert.Equal("0", server.Sql(folder.Connection, "select count(*) from chunk where done_at is null or digest is null"));
        }

        said.WriteLine(FormattableString.Invariant($"{killed} kills over {sweeps} sweeps; longest without a chunk done: {still.TotalSeconds:0.0} s"));
        if (longestStill is { } limit) Assert.InRange(still, TimeSpan.Zero, limit);

        long Soon() => Stopwatch.GetTimestamp() + (long)(random.Next(200, 3000) / 1000.0 * Stopwatch.Frequency);
    }

    private int Done(PoolFolder folder)
    {
        var tables = server.Sql(folder.Connection, "select count(*) from information_schema.tables where table_name = 'chunk'");
        return tables == "0" ? 0 : int.Parse(server.Sql(folder.Connection, "select count(*) from chunk where done_at is not null"), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The submitter and the workers of one sweep.</summary>
    private sealed class Many : IDisposable
    {
        private readonly PoolFolder _folder;
        private readonly AxflProcess[] _workers;
        private AxflProcess _submitter;

        public Many(PoolFolder folder)
        {
            _folder = folder;
            _submitter = folder.Submit(0.2);
            _workers = [.. Enumerable.Range(0, Workers).Select(_ => folder.Worker())];
        }

        /// <summary>Whether the submitter has ended as it should.</summary>
        public bool HasEnded => _submitter.HasExited && _submitter.ExitCode == 0;

        public void KillWorker(int which) => _workers[which].Signal("KILL");

        public void KillSubmitter() => _submitter.Signal("KILL");

        /// <summary>Starts a new one for each that is gone. None may go by itself, unless the server was down when it was started: then it says so at once.</summary>
        public void Replace()
        {
            for (var i = 0; i < Workers; i++)
                if (IsKilled(_workers[i], "worker")) _workers[i] = _folder.Worker();
            if (!HasEnded && IsKilled(_submitter, "submitter")) _submitter = _folder.Submit(0.2);
        }

        public void Dispose()
        {
            foreach (var worker in _workers) worker.Dispose();
            _submitter.Dispose();
        }

        private static bool IsKilled(AxflProcess process, string what)
        {
            if (!process.HasExited) return false;
            var isTooEarly = process.ExitCode == 4 && process.Error.Contains("cannot be opened", StringComparison.Ordinal);
            Assert.True(process.ExitCode == 128 + 9 || isTooEarly, $"A {what} ended by itself with {process.ExitCode}: {process.Error}");
            process.Dispose();
            return true;
        }
    }
}
