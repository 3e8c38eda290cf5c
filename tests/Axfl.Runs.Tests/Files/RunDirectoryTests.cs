using System.Globalization;
using Axfl.Contracts;
using Axfl.Runs.Files;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Files;

public sealed class RunDirectoryTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2025, 10, 17, 20, 25, 7, TimeSpan.FromHours(2));
    private readonly TemporaryFolder _output = new();

    public void Dispose() => _output.Dispose();

    [Fact]
    public void A_run_id_is_profile_utc_start_and_four_letters() => Assert.Matches("^portfolio-20251017T182507Z-[a-z]{4}$", RunId.New("portfolio", Start));

    [Fact]
    public void Two_runs_of_one_second_have_different_ids() =>
        Assert.True(Enumerable.Range(0, 20).Select(_ => RunId.New("p", Start)).Distinct().Count() > 15);

    [Theory]
    [InlineData("my profile/2")]
    [InlineData("../up")]
    [InlineData("ÜÇ")]
    [InlineData("-x")]
    [InlineData("...")]
    [InlineData("")]
    public void Every_profile_gives_an_id_that_can_name_a_directory(string profile) => Assert.True(RunId.IsValid(RunId.New(profile, Start)));

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a:b")]
    [InlineData("a b")]
    [InlineData("ends.")]
    [InlineData("line\nbreak")]
    [InlineData("-x")]
    [InlineData("CON")]
    [InlineData("nul")]
    [InlineData("com1.old")]
    [InlineData("Lpt9")]
    public void An_id_that_cannot_name_a_directory_is_refused(string id)
    {
        var error = Assert.Throws<AxflException>(() => RunDirectory.Create(_output.Path, id));
        Assert.Equal(("RunIdInvalid", ErrorKind.Configuration), (error.ErrorId, error.Kind));
    }

    [Fact]
    public void The_directory_is_made_below_runs_of_an_output_directory_that_need_not_exist()
    {
        var run = RunDirectory.Create(_output["new/logs"], "mine");
        Assert.Equal(_output["new/logs/runs/mine"], run.Path);
        Assert.True(Directory.Exists(run.Path));
    }

    [Fact]
    public void The_directory_of_an_earlier_run_is_refused_and_an_empty_one_taken()
    {
        var first = RunDirectory.Create(_output.Path, "mine");
        RunDirectory.Create(_output.Path, "mine");
        first.WriteText("plan.yaml", "axfl: 1\n");
        var error = Assert.Throws<AxflException>(() => RunDirectory.Create(_output.Path, "mine"));
        Assert.Equal(("RunDirectoryExists", ErrorKind.Output), (error.ErrorId, error.Kind));
        Assert.Equal("axfl: 1\n", File.ReadAllText(_output["runs/mine/plan.yaml"]));
    }

    [Fact]
    public void An_output_directory_that_is_a_file_is_an_output_error_that_names_the_path()
    {
        _output.File("logs", "");
        var error = Assert.Throws<AxflException>(() => RunDirectory.Create(_output["logs"], "mine"));
        Assert.Equal(("OutputNotWritable", ErrorKind.Output), (error.ErrorId, error.Kind));
        Assert.StartsWith(_output["logs"] + " is a file where the run needs a folder: ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("runs")]
    [InlineData("runs/mine")]
    public void A_file_in_the_place_of_the_runs_or_of_the_run_is_named(string name)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_output[name])!);
        var file = Path.GetFullPath(_output.File(name, ""));
        var made = Assert.Throws<AxflException>(() => RunDirectory.Create(_output.Path, "mine"));
        Assert.Equal(("OutputNotWritable", file), (made.ErrorId, made.Target));
        var found = Assert.Throws<AxflException>(() => RunDirectory.Find(_output.Path, "mine"));
        Assert.Equal(("RunNotFound", ErrorKind.Data, file), (found.ErrorId, found.Kind, found.Target));
        Assert.StartsWith(file + " is a file, not the folder of a run: ", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_given_as_a_run_or_as_the_output_directory_is_named()
    {
        _output.File("logs", "");
        foreach (var act in (Action[])[() => RunDirectory.Find(_output["logs"], null), () => RunDirectory.Find(_output["logs"], "mine"), () => RunDirectory.Find(_output.Path, _output["logs"]), () => RunDirectory.List(_output["logs"])])
        {
            var error = Assert.Throws<AxflException>(act);
            Assert.Equal(("RunNotFound", _output["logs"]), (error.ErrorId, error.Target));
            Assert.Contains(" is a file, not ", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_run_is_found_by_id_by_path_and_as_the_newest()
    {
        var a = RunDirectory.Create(_output.Path, "a");
        var b = RunDirectory.Create(_output.Path, "b");
        Assert.Equal(["b", "a"], RunDirectory.List(_output.Path));
        Assert.Equal(b.Path, RunDirectory.Find(_output.Path, null));
        Assert.Equal(a.Path, RunDirectory.Find(_output.Path, "a"));
        Assert.Equal(a.Path, RunDirectory.Find(_output["elsewhere"], a.Path));
    }

    [Fact]
    public void The_newest_run_is_the_one_that_began_last_whatever_its_folder_says()
    {
        var plans = new (string Id, string? Plan)[]
        {
            ("portfolio-20260113T080000Z-abcd", "2026-01-13T08:00:00.7Z"), ("portfolio-20260113T080000Z-zzzz", "2026-01-13T08:00:00.2Z"), ("mine", "2026-01-13T08:00:00.5Z"),
            ("older", "2026-01-12T10:00:00Z"), ("portfolio-20260113T070000Z-zzzz", "2026-01-14T00:00:00Z"), ("portfolio-20260111T070000Z-abcd", null),
        };
        foreach (var (id, plan) in plans)
        {
            var run = RunDirectory.Create(_output.Path, id);
            if (plan is null) continue;
            run.WriteText(RunFiles.Plan, "");
            File.SetLastWriteTimeUtc(run.FileOf(RunFiles.Plan), DateTime.Parse(plan, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal));
        }

        string[] expected = [plans[0].Id, "mine", plans[1].Id, plans[4].Id, "older", plans[5].Id];
        Assert.Equal(expected, RunDirectory.List(_output.Path));
        Assert.Equal(expected.Select(id => _output["runs/" + id]), RunDirectory.All(_output.Path));
        Assert.Equal(_output["runs/" + expected[0]], RunDirectory.Find(_output.Path, null));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("absent")]
    [InlineData("")]
    public void A_run_that_is_not_there_is_an_error(string? run)
    {
        var error = Assert.Throws<AxflException>(() => RunDirectory.Find(_output.Path, run));
        Assert.Equal(("RunNotFound", ErrorKind.Data), (error.ErrorId, error.Kind));
    }

    [Fact]
    public void There_are_no_runs_in_an_output_directory_that_does_not_exist() => Assert.Empty(RunDirectory.List(_output["absent"]));
}
