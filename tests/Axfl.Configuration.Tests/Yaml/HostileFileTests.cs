using System.Diagnostics;
using System.Text;
using Axfl.Contracts;
using Axfl.Strategies.Catalogue;
using Axfl.Testing;

namespace Axfl.Configuration.Tests.Yaml;

public class HostileFileTests
{
    [Fact]
    public void A_thousand_mutated_files_give_a_plan_or_problems_and_nothing_else()
    {
        var seed = File.ReadAllText(Repository.PathOf("config", "sessions.yaml"));
        var random = new Random(20251015);
        using var sessions = new SessionsFiles("");
        var request = new RunRequest { SessionsPath = sessions.Path };
        var refused = 0;
        for (var i = 0; i < 1000; i++)
        {
            File.WriteAllText(sessions.Path, Mutate(seed, random));
            var problems = SessionsLoader.Check(request, StrategyCatalogue.BuiltIn);
            Assert.All(problems, p => Assert.False(string.IsNullOrWhiteSpace(p.Message)));
            if (problems.Any(p => !p.IsWarning)) refused++;
            else Assert.NotEmpty(SessionsLoader.Load(request, StrategyCatalogue.BuiltIn).Description.Yaml);
        }

        Assert.InRange(refused, 300, 1000);
    }

    [Theory]
    [InlineData("a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]\n"
        + "d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]\ne: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]\nf: [*e, *e, *e, *e, *e, *e, *e, *e, *e]\n", "has more than 50000 values")]
    [InlineData("a: &a [*a]", "the alias '*a' refers to nothing defined before it")]
    [InlineData("a: !foo b", "the tag '!foo' is not supported")]
    [InlineData("a: b\n---\nc: d", "a second YAML document")]
    [InlineData("[a]: b", "a key must be a word")]
    [InlineData("a: 1\na: 2", "appears twice (first on line 1)")]
    [InlineData("a: [b", "is not valid YAML")]
    [InlineData("portfolio:\n\tsymbols: x", "is not valid YAML")]
    [InlineData("- a", "a sessions file is a map of profiles, this is a list")]
    [InlineData("", "is empty")]
    [InlineData("# only a comment", "is empty")]
    [InlineData("\"\\UFFFFFFFF\": a", "YAML")]
    public void Hostile_text_is_refused_with_a_reason(string text, string reason)
    {
        var problem = SessionsFiles.Check(text).First(p => p.Message.Contains(reason, StringComparison.Ordinal));
        Assert.True(problem.Line > 0);
        Assert.False(problem.IsWarning);
    }

    [Fact]
    public void A_file_that_is_not_UTF8_is_refused()
    {
        using var sessions = new SessionsFiles("");
        File.WriteAllBytes(sessions.Path, [.. "portfolio: # "u8, 0xE4, 0xFF, (byte)'\n']);
        var error = Assert.Throws<AxflException>(() => SessionsLoader.Profiles(sessions.Path));
        Assert.Equal("SessionsFileUnreadable", error.ErrorId);
        Assert.Contains("not UTF-8", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pipe_is_refused_without_waiting_for_its_other_end()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Named pipes of Windows are no files.");
        using var sessions = new SessionsFiles("");
        File.Delete(sessions.Path);
        using (var made = Process.Start("mkfifo", [sessions.Path])) await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        var reading = Task.Run(() => Assert.Throws<AxflException>(() => SessionsLoader.Profiles(sessions.Path)), TestContext.Current.CancellationToken);
        Assert.Contains("a pipe", (await reading.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    public void Deep_nesting_is_refused_at_once(string opening)
    {
        var time = Stopwatch.StartNew();
        var problems = SessionsFiles.Check("portfolio: \n " + string.Concat(Enumerable.Repeat(opening, 100_000)));
        Assert.Contains(problems, p => p.Message.Contains("nested deeper than 32", StringComparison.Ordinal) || p.Message.Contains("not YAML", StringComparison.Ordinal));
        Assert.True(time.Elapsed < TimeSpan.FromSeconds(10), time.Elapsed.ToString());
    }

    [Fact]
    public void A_file_too_long_is_refused_before_it_is_parsed() =>
        Assert.Equal("SessionsFileTooLarge", Assert.Throws<AxflException>(() => SessionsFiles.Check(new string('a', 1_000_001))).ErrorId);

    private static string Mutate(string text, Random random)
    {
        var result = new StringBuilder(text);
        for (var n = random.Next(1, 6); n > 0; n--)
        {
            var at = random.Next(result.Length);
            var length = Math.Min(random.Next(1, 12), result.Length - at);
            switch (random.Next(6))
            {
                case 0: result.Remove(at, length); break;
                case 1: result.Insert(at, result.ToString(random.Next(result.Length - 40), random.Next(1, 40))); break;
                case 2: result[at] = (char)random.Next(0x20, 0x7f); break;
                case 3: result[at] = (char)random.Next(0, 0x3000); break;
                case 4: result.Insert(at, "[]{}:,&*!|>'\"%@`#-?\n\t 0"[random.Next(23)]); break;
                default: result.Length = Math.Max(50, at); break;
            }
        }

        return result.ToString();
    }
}
