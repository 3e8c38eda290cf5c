using Axfl.Testing;

namespace Axfl.PowerShell.Tests.Module;

public class StagedFilesTests
{
    [Fact]
    public void The_staged_module_is_exactly_these_files()
    {
        var folder = Repository.PathOf("out", "module", "Axfl");
        string[] expected =
        [
            "Axfl.Contracts.dll", "Axfl.Format.ps1xml", "Axfl.PowerShell.dll", "Axfl.Types.ps1xml", "Axfl.psd1", "CHANGELOG.md", "LICENSE",
            "adapters/Axfl.Store.PostgreSql/Axfl.Store.PostgreSql.dll", "adapters/Axfl.Store.PostgreSql/Microsoft.Extensions.DependencyInjection.Abstractions.dll",
            "adapters/Axfl.Store.PostgreSql/Microsoft.Extensions.Logging.Abstractions.dll", "adapters/Axfl.Store.PostgreSql/Npgsql.dll",
            "adapters/Axfl.Store.PostgreSql/System.Diagnostics.DiagnosticSource.dll",
            "en-US/Axfl.PowerShell.dll-Help.xml", "en-US/about_Axfl.help.txt", "en-US/about_Axfl_Live.help.txt", "en-US/about_Axfl_Scheduling.help.txt",
            "en-US/about_Axfl_Sessions.help.txt", "en-US/about_Axfl_Strategies.help.txt",
            "examples/InsideBarBreak.cs", "examples/ci-gate.ps1", "examples/csharp-strategy.ps1", "examples/parallel-profiles.ps1", "examples/random-walk.ps1", "examples/scheduled-run.ps1",
            "examples/script-strategy.ps1", "examples/status-to-json.ps1", "examples/sweep-array.sbatch", "examples/sweep-job.yaml", "examples/sweep-machines.ps1",
            "lib/Axfl.Alerts.dll", "lib/Axfl.Configuration.dll", "lib/Axfl.Dashboard.dll", "lib/Axfl.Data.dll", "lib/Axfl.Engine.dll", "lib/Axfl.FakeFeed.dll", "lib/Axfl.Indicators.dll", "lib/Axfl.Providers.dll",
            "lib/Axfl.Reports.dll", "lib/Axfl.Research.dll", "lib/Axfl.Runs.dll", "lib/Axfl.Runtime.dll", "lib/Axfl.Strategies.dll", "lib/BouncyCastle.Cryptography.dll", "lib/CsvHelper.dll", "lib/MailKit.dll", "lib/MathNet.Numerics.dll",
            "lib/Microsoft.Bcl.Cryptography.dll",
            "lib/Microsoft.Data.Sqlite.dll", "lib/MimeKit.dll", "lib/Polly.Core.dll", "lib/SQLitePCLRaw.batteries_v2.dll", "lib/SQLitePCLRaw.core.dll", "lib/SQLitePCLRaw.provider.e_sqlite3.dll",
            "lib/System.Formats.Asn1.dll", "lib/System.Numerics.Tensors.dll", "lib/System.Security.Cryptography.Pkcs.dll", "lib/System.Threading.RateLimiting.dll", "lib/YamlDotNet.dll",
            "lib/runtimes/linux-arm64/native/libe_sqlite3.so", "lib/runtimes/linux-x64/native/libe_sqlite3.so", "lib/runtimes/osx-arm64/native/libe_sqlite3.dylib",
            "lib/runtimes/osx-x64/native/libe_sqlite3.dylib", "lib/runtimes/win-arm64/native/e_sqlite3.dll", "lib/runtimes/win-x64/native/e_sqlite3.dll",
        ];
        var found = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/')).Where(f => !f.Contains("Skender", StringComparison.Ordinal));
        Assert.Equal(expected, found.Order(StringComparer.Ordinal));
    }
}
