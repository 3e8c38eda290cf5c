using Axfl.Contracts;
using Axfl.PowerShell.Display;
using Axfl.Runtime;

namespace Axfl.PowerShell.Tests.Display;

/// <summary>The redrawing of a run of another process: all that is known of it is what it writes into its directory. Time passes where the loop waits, and nowhere else.</summary>
public sealed class PictureLoopTests : IDisposable
{
    private static readonly AxflRuntime Runtime = new();

    private readonly string _directory = Directory.CreateTempSubdirectory("axfl-shown-").FullName;
    private readonly SetClock _clock = new();
    private readonly List<string[]> _shown = [];

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void Each_picture_has_the_age_of_prices_at_its_moment_while_the_run_says_nothing_new()
    {
        Write(Status, fresh: true);
        Assert.Null(Follow(Passes, Passes, Leaves));
        Assert.Equal(
            ["prices  EURUSD 1.085, 0 s ago", "prices  EURUSD 1.085, 1 s ago", "prices  EURUSD 1.085, 2 s ago"], _shown.Select(l => l[2]));
        Assert.Equal(["as of 0 s ago", "as of 1 s ago", "as of 2 s ago"], _shown.Select(l => l[3]));
    }

    [Fact]
    public void An_error_is_in_the_next_picture_in_the_place_of_the_alarm_changes_with_it_and_goes()
    {
        Write(Status, fresh: true);
        Follow(
            () => Says(Status with { Ok = false, Error = "the server refuses the connection" }), () => Says(Status with { Ok = false, Error = "the key is refused" }),
            () => Says(Status), Leaves);
        Assert.Equal(
            ["running by its rules", "NOT OK: the server refuses the connection", "NOT OK: the key is refused", "running by its rules"], _shown.Select(l => l[1]));
        Assert.Equal("prices  EURUSD 1.085, 0 s ago: no price for 30 s", _shown[1][2]);
    }

    [Fact]
    public void A_run_that_warms_up_says_so_until_its_first_status()
    {
        Write(null, fresh: false);
        Follow(Passes, () => Says(Status), Leaves);
        Assert.Equal(["warming up: no status yet", "warming up: no status yet", "running by its rules"], _shown.Select(l => l[1]));
    }

    [Fact]
    public void The_end_of_the_run_is_the_last_picture_and_ends_the_loop()
    {
        Write(Status, fresh: true);
        var last = Follow(Passes, Ends);
        Assert.Equal(3, _shown.Count);
        Assert.Equal(["running by its rules", "running by its rules", "ended"], _shown.Select(l => l[1]));
        Assert.Equal(_shown[2], last);
    }

    [Fact]
    public void A_run_whose_process_is_gone_is_shown_as_killed()
    {
        Write(Status, fresh: true, process: int.MaxValue);
        Assert.StartsWith("KILLED: Its process 2147483647 is gone without a summary", Follow()![1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_being_replaced_leaves_what_the_run_last_gave()
    {
        Write(Status, fresh: true);
        var look = RunLook.At(_directory, Runtime, isOwn: true, own: Status with { Day = "2025-01-07" });
        Assert.Equal((Status.Day, 1), (look.Now.Status!.Day, look.Now.Prices.Count));
        foreach (var half in new[] { "", "{\"status\":", "{\"status\":{\"ok\":true},\"written_at\":\"2025-01-06T08:00:00Z\"}", "[]" })
        {
            File.WriteAllText(Path.Combine(_directory, "now.json"), half);
            look = RunLook.At(_directory, Runtime, isOwn: true, own: Status with { Day = "2025-01-07" });
            Assert.Equal(("2025-01-07", 0), (look.Now.Status!.Day, look.Now.Prices.Count));
            Assert.Null(look.Ended);
        }
    }

    private static readonly PortfolioStatus Status = new()
    {
        Mode = "replay", Source = "csv", Interval = "5m", Symbols = ["EURUSD"], Day = "2025-01-06", Run = "r", LedgerHash = "",
        Since = new DateTime(2025, 1, 6, 0, 0, 0, DateTimeKind.Utc), Now = new DateTime(2025, 1, 6, 8, 5, 0, DateTimeKind.Utc),
        Today = new TodayStatus(0, 0), Risk = new RiskStatus(false, null), Costs = new CostStatus(new Dictionary<string, double?>(), ""),
        Total = new TotalStatus(0, 0, 0, 100_000, 0),
    };

    private static bool Leaves() => false;

    private bool Passes()
    {
        _clock.Now += TimeSpan.FromSeconds(1);
        return true;
    }

    private bool Says(PortfolioStatus status)
    {
        Passes();
        Write(status, fresh: status.Ok);
        return true;
    }

    private bool Ends()
    {
        Passes();
        Write(Status, fresh: true, state: RunStates.Ended);
        return true;
    }

    private IReadOnlyList<string>? Follow(params Func<bool>[] waits)
    {
        var next = new Queue<Func<bool>>(waits);
        return new PictureLoop(
            () => RunLook.At(_directory, Runtime, isOwn: false, own: null), lines => _shown.Add([.. lines]), () => next.Dequeue()(), _clock).Follow(new StatusPicture(coloured: false));
    }

    // As the process of the run does, in one move.
    private void Write(PortfolioStatus? status, bool fresh, string state = RunStates.Running, int? process = null)
    {
        var now = EventTime.ToIso(_clock.Now.ToUnixTimeMilliseconds());
        var price = $$"""{"symbol":"EURUSD","mid":1.085,"bid":null,"ask":null,"stamped":"{{now}}","received":"{{now}}","fresh":{{(fresh ? "true" : "false")}},"why":{{(fresh ? "null" : "\"no price for 30 s\"")}}}""";
        var path = Path.Combine(_directory, "now.json");
        File.WriteAllText(path + ".new", $$"""{"status":{{(status is null ? "null" : Runtime.ToJson(status))}},"written_at":"{{now}}","pid":{{process ?? Environment.ProcessId}},"state":"{{state}}","prices":[{{(status is null ? "" : price)}}]}""");
        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>Begins now, in whole seconds, so that the process of the run was there before it; then it stands until it is moved.</summary>
    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.FromUnixTimeSeconds(System.GetUtcNow().ToUnixTimeSeconds() + 1);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
