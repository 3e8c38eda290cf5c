using System.Text;
using System.Text.RegularExpressions;
using Axfl.Cli.Hosting;
using Axfl.Contracts;
using Axfl.Runtime;
using Axfl.Testing;

namespace Axfl.Cli.Tests.Documentation;

/// <summary>The first command of the readme, for real, in a folder without data: what the readme and docs/status-block.md show is what comes out.</summary>
public sealed partial class MainJobTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("axfl-main-job-").FullName;

    [Fact]
    public async Task What_the_readme_shows_is_what_comes_out()
    {
        using var blocks = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        using var stop = new StopRequest();
        var context = new CommandContext
        {
            Runtime = new AxflRuntime(), Out = TextWriter.Null, OutBytes = blocks, Error = error, WorkingDirectory = _directory, Stop = stop,
        };
        Assert.Equal(0, CommandLine.Run(["live-port", "--mode", "replay", "--run-id", "example"], context));

        var readme = await File.ReadAllTextAsync(Repository.PathOf("README.md"));
        var shown = Block().Match(await File.ReadAllTextAsync(Repository.PathOf("docs", "status-block.md"))).Value;
        var written = Block().Matches(Encoding.UTF8.GetString(blocks.ToArray()))[^1].Value;
        Assert.Equal(written, shown);
        var summary = error.ToString().Replace(_directory + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Replace('\\', '/');
        Assert.Contains("SIMULATED", summary, StringComparison.Ordinal);
        Assert.Equal(summary[summary.IndexOf("run  ", StringComparison.Ordinal)..].Trim(), Summary().Match(readme).Groups[1].Value.Trim());
        Assert.True(File.Exists(Path.Combine(_directory, "logs", "runs", "example", "summary.json")));
        Assert.Equal(3, Explained().Count(readme));
        Assert.All(Explained().Matches(readme).Select(m => m.Value), line => Assert.Contains(line, Explain(context)));
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private static IEnumerable<string> Explain(CommandContext context) =>
        context.Runtime.ReadDecisions(context.Runtime.FindRun(context.OutputDirectory(null), "example")).Select(d => d.Explain());

    [GeneratedRegex(StatusBlock.Begin + "\n.*\n" + StatusBlock.End)]
    private static partial Regex Block();

    [GeneratedRegex("```\n(run  [^`]*)```")]
    private static partial Regex Summary();

    [GeneratedRegex("^.*blocked by .* at the fill.*$", RegexOptions.Multiline)]
    private static partial Regex Explained();
}
