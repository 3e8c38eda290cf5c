using System.Diagnostics;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Axfl.Contracts;
using Axfl.Engine;
using Axfl.Strategies.Catalogue;
using Axfl.Testing;

namespace Axfl.Research.Tests.Keys;

/// <summary>The ids that a code hash is made of are those of the sources, whatever they were built for.</summary>
public class ReproducibleBuildTests
{
    /// <summary>It builds the command line, as it is published, in another configuration, which takes a minute: asked for by <c>AXFL_SOAK=1</c>.</summary>
    [Theory]
    [InlineData("Debug")]
    [InlineData("Release")]
    public void Debug_release_and_the_published_command_line_have_the_same_ids(string configuration)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("AXFL_SOAK") == "1", "Set AXFL_SOAK=1 to run it: it publishes the command line.");
        var folder = Directory.CreateTempSubdirectory("axfl-published-").FullName;
        try
        {
            using var build = Process.Start(new ProcessStartInfo("dotnet", ["publish", Repository.PathOf("src", "Axfl.Cli"), "-c", configuration, "-o", folder, "--nologo", "-v", "quiet"]))!;
            build.WaitForExit();
            Assert.Equal(0, build.ExitCode);
            foreach (var type in new[] { typeof(IStrategy), typeof(PortfolioEngine), typeof(StrategyCatalogue) })
                Assert.Equal(type.Module.ModuleVersionId, IdOf(Path.Combine(folder, type.Assembly.GetName().Name + ".dll")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Guid IdOf(string path)
    {
        using var file = File.OpenRead(path);
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }
}
