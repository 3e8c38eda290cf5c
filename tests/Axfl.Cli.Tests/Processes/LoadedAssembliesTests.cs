using Axfl.Testing;

namespace Axfl.Cli.Tests.Processes;

/// <summary>What the program loads, written down by the program itself (<c>tests/LoadedAssemblies</c>): both adapters are beside it, and each is loaded where it is named.</summary>
public sealed class LoadedAssembliesTests(PostgreSqlServer server) : IClassFixture<PostgreSqlServer>, IDisposable
{
    private const string Sweep = """
          since: 2025-03-03
          until: 2025-03-15
          axes:
            strategies.lsg.params.sweep_pips: [2, 3]
        """;

    private const string PostgreSql = "Axfl.Store.PostgreSql", Hangfire = "Axfl.Pools.Hangfire";

    private readonly string _folder = Directory.CreateTempSubdirectory("axfl-loaded-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("live-port --cfg sessions.yaml --mode replay --since 2025-03-03 --until 2025-03-15 --status-format none", "Axfl.Runs")]
    [InlineData("sweep run sweep.yaml --pool local", "Microsoft.Data.Sqlite")]
    [InlineData("sweep run sweep.yaml --pool command", "Microsoft.Data.Sqlite")]
    public async Task Without_a_server_nothing_of_an_adapter_and_no_page_is_loaded(string line, string does)
    {
        var loaded = await Loaded(line);
        Assert.Contains(loaded, a => a.Name == does);
        Assert.DoesNotContain(loaded, IsOfAnAdapter);
        Assert.DoesNotContain(loaded, a => a.Name is "Axfl.Dashboard" or "Axfl.Reports");
    }

    [Theory]
    [InlineData("sweep run sweep.yaml --pool local", null)]
    [InlineData("worker list", "sweep run sweep.yaml --pool local")]
    [InlineData("sweep stop loading", "sweep run sweep.yaml --pool command")]
    public async Task A_store_in_PostgreSQL_loads_its_adapter_and_not_the_queue(string line, string? before)
    {
        var loaded = await Loaded(line, server.NewDatabase(), before);
        Assert.Contains(loaded, a => a is { Name: "Npgsql", Context: PostgreSql });
        Assert.All(loaded.Where(IsOfAnAdapter), a => Assert.Equal(PostgreSql, a.Context));
        Assert.DoesNotContain(loaded, a => a.Name.StartsWith("Hangfire", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_queue_loads_its_adapter_in_a_context_of_its_own_and_nothing_of_its_dashboard()
    {
        var loaded = await Loaded("worker --drain", server.NewDatabase(), "sweep run sweep.yaml --pool local");
        Assert.Contains(loaded, a => a is { Name: "Hangfire.Core", Context: Hangfire });
        Assert.Contains(loaded, a => a is { Name: "Newtonsoft.Json", Context: Hangfire });
        Assert.All(loaded.Where(IsOfAnAdapter), a => Assert.Contains(a.Context, new[] { PostgreSql, Hangfire }));
        Assert.DoesNotContain(loaded, a => a.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    private static bool IsOfAnAdapter(LoadedAssembly assembly) =>
        assembly.Path.Contains("adapters", StringComparison.Ordinal) || assembly.Name is PostgreSql or Hangfire or "Npgsql" or "Newtonsoft.Json"
        || assembly.Name.StartsWith("Hangfire", StringComparison.Ordinal) || assembly.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal);

    private async Task<IReadOnlyList<LoadedAssembly>> Loaded(string line, string? store = null, string? before = null)
    {
        Assert.SkipUnless(AxflProcess.IsPossible, "There is no shell to start it in.");
        Assert.True(Directory.Exists(Path.Combine(AppContext.BaseDirectory, "adapters", PostgreSql)) && Directory.Exists(Path.Combine(AppContext.BaseDirectory, "adapters", Hangfire)));
        SweepFiles.Write(_folder, "loading", "EURUSD", Sweep);
        var file = Path.Combine(_folder, "loaded");
        var chosen = store is null ? "" : $"export AXFL_STORE='{store}';";
        if (before is not null) await Run(before, chosen);
        await Run(line, $"{chosen} export AXFL_LOADED='{file}' DOTNET_STARTUP_HOOKS='{Path.Combine(AppContext.BaseDirectory, "LoadedAssemblies.dll")}';");
        return [.. (await File.ReadAllLinesAsync(file)).Select(static l => l.Split('\t')).Select(static l => new LoadedAssembly(l[0], l[1], l[2]))];
    }

    private async Task Run(string line, string before)
    {
        using var axfl = AxflProcess.Start(_folder, line, before);
        await axfl.Output.ReadToEndAsync();
        Assert.True(await axfl.Code() == 0, axfl.Error);
    }

    private sealed record LoadedAssembly(string Name, string Context, string Path);
}
