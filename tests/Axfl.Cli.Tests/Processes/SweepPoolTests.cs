using System.Text.Json.Nodes;
using Axfl.Testing;

namespace Axfl.Cli.Tests.Processes;

/// <summary>A sweep by several processes that share a store in PostgreSQL.</summary>
public sealed class SweepPoolTests(PostgreSqlServer server) : IClassFixture<PostgreSqlServer>, IDisposable
{
    private readonly Lazy<PoolFolder> _folder = new(() => new PoolFolder(server.NewDatabase()));

    private PoolFolder Folder => _folder.Value;

    public void Dispose()
    {
        if (_folder.IsValueCreated) Folder.Dispose();
    }

    [Fact]
    public async Task Workers_that_share_the_queue_make_the_table_of_one_process()
    {
        var local = await Folder.Local();
        Assert.Equal(SweepFiles.Trials, local.Count);
        using var submitter = Folder.Submit(0.1);
        using AxflProcess first = Folder.Worker(), second = Folder.Worker();
        Assert.True(await submitter.Code() == 0, submitter.Error);
        Assert.Equal(local, await Folder.Table());
        var workers = JsonNode.Parse("[" + string.Join(',', (await Folder.Run("worker list --format json")).Output.TrimEnd().Split('\n')) + "]")!.AsArray();
        Assert.Equal(SweepFiles.Trials, workers.Sum(static w => (int)w!["rows"]!));
        Assert.Equal(2, workers.Count(static w => (bool)w!["alive"]!));
        first.Signal("INT");
        second.Signal("TERM");
        Assert.Equal((130, 143), (await first.Code(), await second.Code()));
        foreach (var said in new[] { submitter.Error, first.Error, second.Error }) Assert.DoesNotContain(PostgreSqlServer.Password, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chunks_as_commands_make_the_table_of_one_process()
    {
        var local = await Folder.Local();
        var submitted = await Folder.Run("sweep run sweep.yaml --pool command --share-data --chunk-seconds 0.2 --format json");
        Assert.True(submitted.Code == 0, submitted.Error);
        var chunks = int.Parse(server.Sql(Folder.Connection, "select count(*) from chunk"), System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(chunks, 2, SweepFiles.Trials);
        for (var k = 1; k <= chunks; k++)
        {
            var chunk = await Folder.Run(FormattableString.Invariant($"sweep chunk pooled {k} --data-from store"));
            Assert.True(chunk.Code == 0, chunk.Error);
        }

        Assert.Equal(local, await Folder.Table());
    }

    [Fact]
    public async Task Workers_end_by_themselves_when_they_are_asked_to_and_nothing_is_left()
    {
        using var submitter = Folder.Submit(0.5);
        await LiveProcess.Until(() => server.Sql(Folder.Connection, "select count(*) from information_schema.tables where table_schema = 'hangfire' and table_name = 'job'") == "1"
            && server.Sql(Folder.Connection, "select count(*) from hangfire.job") != "0");
        using var worker = Folder.Worker("--drain");
        Assert.True(await worker.Code() == 0, worker.Error);
        Assert.True(await submitter.Code() == 0, submitter.Error);
    }

    [Fact]
    public async Task A_worker_without_data_takes_nothing_and_says_so()
    {
        Assert.True((await Folder.Run("sweep run sweep.yaml --pool command --chunk-seconds 0.2 --format json")).Code == 0);
        var (code, _, error) = await Folder.Run("worker --data-from store --drain");
        Assert.Equal(2, code);
        Assert.Contains("What differs is its data", error, StringComparison.Ordinal);
        Assert.Equal("0", server.Sql(Folder.Connection, "select sum(tries) from chunk"));
    }
}
