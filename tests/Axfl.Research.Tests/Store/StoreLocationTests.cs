using Axfl.Contracts;
using Axfl.Research.Store;

namespace Axfl.Research.Tests.Store;

/// <summary>Which store is meant, and how adapters are found.</summary>
public sealed class StoreLocationTests
{
    private static readonly string Work = Path.Combine(Path.GetTempPath(), "work");

    [Fact]
    public void Without_a_word_it_is_sweeps_db_beside_the_output_directory()
    {
        Assert.Equal(Path.Combine(Work, "sweeps.db"), StoreLocation.Of(new SweepStoreRequest { WorkingDirectory = Work }, static _ => null));
        Assert.Equal(Path.Combine(Work, "out", "sweeps.db"), StoreLocation.Of(new SweepStoreRequest { WorkingDirectory = Work, OutputDirectory = Path.Combine("out", "logs") }, static _ => null));
    }

    [Fact]
    public void The_environment_names_one_and_what_is_given_counts_more()
    {
        string? Environment(string name) => name == "AXFL_STORE" ? "shared.db" : null;
        Assert.Equal("shared.db", StoreLocation.Of(new SweepStoreRequest { WorkingDirectory = Work }, Environment));
        Assert.Equal("mine.db", StoreLocation.Of(new SweepStoreRequest { WorkingDirectory = Work, Store = "mine.db" }, Environment));
    }

    [Theory]
    [InlineData("postgresql://db/axfl", true)]
    [InlineData("postgres://u:p@db:5433/axfl", true)]
    [InlineData("Host=db;Database=axfl", true)]
    [InlineData("Server=db", true)]
    [InlineData("database=axfl; host = db", true)]
    [InlineData("sweeps.db", false)]
    [InlineData("/data/host=1/sweeps.db", false)]
    [InlineData(@"C:\data\sweeps.db", false)]
    public void A_connection_string_is_told_from_a_path(string store, bool isPostgreSql) => Assert.Equal(isPostgreSql, StoreLocation.IsPostgreSql(store));

    [Fact]
    public void A_request_does_not_print_its_store_which_may_hold_a_password() =>
        Assert.DoesNotContain("secret", new SweepStoreRequest { Store = "Host=db;Password=secret" }.ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("Host=db;Passwort=secret", "'passwort'")]
    [InlineData("Host=db;Port=secret", "'port'")]
    [InlineData("Database=secret;Server=", "no host")]
    [InlineData("postgresql://u:secret@[/x", "not an address")]
    public void What_is_wrong_with_a_connection_string_is_said_without_repeating_it(string store, string why)
    {
        var error = Assert.Throws<AxflException>(() => StoreAdapters.PostgreSql(store, static _ => null));
        Assert.Equal(("StoreConnectionInvalid", ErrorKind.Configuration), (error.ErrorId, error.Kind));
        Assert.Contains(why, error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_but_the_adapter_knows_Npgsql()
    {
        var assemblies = Directory.GetFiles(AppContext.BaseDirectory, "Axfl.*.dll").Select(System.Reflection.Assembly.LoadFrom).ToList();
        Assert.DoesNotContain(assemblies, static a => a.GetReferencedAssemblies().Any(static r => r.Name == "Npgsql"));
        Assert.False(File.Exists(Path.Combine(AppContext.BaseDirectory, "Npgsql.dll")));
        Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, "adapters", "Axfl.Store.PostgreSql", "Npgsql.dll")));
    }
}
