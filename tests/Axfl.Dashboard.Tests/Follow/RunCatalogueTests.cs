using Axfl.Dashboard.Follow;
using Axfl.Testing;

namespace Axfl.Dashboard.Tests.Follow;

public sealed class RunCatalogueTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_run_asked_for_that_is_elsewhere_stands_where_its_start_belongs_and_hides_another_of_its_name()
    {
        var (first, second, third) = (Run("logs/runs/", 7), Run("elsewhere/", 8), Run("logs/runs/", 9));
        var twin = Directory.CreateDirectory(_folder["logs/runs/" + Path.GetFileName(second)]).FullName;
        Assert.Equal([third, twin, first], new RunCatalogue(_folder["logs"], null).Directories());
        var runs = new RunCatalogue(_folder["logs"], second);
        Assert.Equal([third, second, first], runs.Directories());
        Assert.Equal((second, third, null), (runs.Find(Path.GetFileName(second)), runs.Find(Path.GetFileName(third)), runs.Find("../elsewhere")));
    }

    [Fact]
    public void A_run_asked_for_that_was_moved_away_is_no_more_and_no_other_of_its_name_takes_its_place()
    {
        var run = Run("elsewhere/", 8);
        Directory.CreateDirectory(_folder["logs/runs/" + Path.GetFileName(run)]);
        var runs = new RunCatalogue(_folder["logs"], run);
        Directory.Move(run, run + "-away");
        Assert.Null(runs.Find(Path.GetFileName(run)));
        Assert.Empty(runs.Directories());
        Directory.Move(run + "-away", run);
        Assert.Equal((run, run), (runs.Find(Path.GetFileName(run)), Assert.Single(runs.Directories())));
    }

    private string Run(string folder, int hour) => Directory.CreateDirectory(_folder[$"{folder}demo-20260113T0{hour}0000Z-abcd"]).FullName;
}
