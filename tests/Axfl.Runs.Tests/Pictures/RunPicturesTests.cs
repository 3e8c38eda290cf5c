using Axfl.Contracts;
using Axfl.Runs.Files;
using Axfl.Runs.Pictures;
using Microsoft.Extensions.Time.Testing;

namespace Axfl.Runs.Tests.Pictures;

/// <summary>The redrawing of a run of another process: all that is known of it is what it writes into its directory. Time passes where the terminal waits, and nowhere else.</summary>
public sealed class RunPicturesTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("axfl-shown-").FullName;

    // In whole seconds, so that the process of the run was there before it.
    private readonly FakeTimeProvider _time = new(DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + 1));
    private readonly FakeTerminal _terminal;

    public RunPicturesTests() => _terminal = new FakeTerminal(_time);

    private FileStream? _held;

    public void Dispose()
    {
        _held?.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public void Each_picture_is_of_its_moment_though_the_run_says_nothing_new()
    {
        Write(Looks.Status);
        Leave(2.5);
        Assert.Null(Follow());
        Assert.Equal(["0 s", "1 s", "2 s"], Frames.Select(f => Line(f, "EURUSD")[16..21].Trim()));
    }

    [Fact]
    public void A_picture_is_written_in_one_piece_on_the_second_screen_which_is_left_again()
    {
        Write(Looks.Status);
        Leave(0.5);
        Follow();
        Assert.Equal(["\u001b[?1049h\u001b[?25l\u001b[?7l", "\u001b[?2026l\u001b[0m\u001b[?7h\u001b[?25h\u001b[?1049l"], [_terminal.Written[0], _terminal.Written[^1]]);
        Assert.Equal(3, _terminal.Written.Count);
    }

    [Fact]
    public void The_keys_of_the_terminal_are_given_back_behind_the_first_screen()
    {
        Write(Looks.Status);
        var terminal = new FakeTerminal(_time) { KeysEnd = "<keys>" };
        terminal.Happens.Add(0.5, () => 'q');
        new RunPictures(_time).Follow(new PictureRequest(_directory), terminal, CancellationToken.None);
        Assert.EndsWith("\u001b[?1049l<keys>", terminal.Written[^1], StringComparison.Ordinal);
        new RunPictures(_time).Restore(terminal);
        Assert.EndsWith("\u001b[?1049l<keys>", terminal.Written[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_screen_is_there_again_after_a_fault_too()
    {
        Write(Looks.Status);
        _terminal.Happens.Add(0.5, () => throw new IOException("gone"));
        Assert.Throws<IOException>(Follow);
        Assert.EndsWith("\u001b[?1049l", _terminal.Written[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_is_in_the_next_picture_in_the_place_of_the_alarm_changes_with_it_and_goes()
    {
        Write(Looks.Status);
        At(0.9, () => Write(Looks.Status with { Ok = false, Error = "the server refuses the connection" }));
        At(1.9, () => Write(Looks.Status with { Ok = false, Error = "the key is refused" }));
        At(2.9, () => Write(Looks.Status));
        Leave(3.5);
        Follow();
        Assert.Equal(["running", "NOT OK: the server refuses the connection", "NOT OK: the key is refused", "running"], Frames.Select(f => Alarm(f).Split(" by")[0]));
    }

    [Fact]
    public void A_held_picture_stands_still_but_for_its_alarm_until_it_goes_on()
    {
        Write(Looks.Status);
        Key(0.5, 'p');
        At(0.9, () => Write(Looks.Status with { Ok = false, Error = "the key is refused", Total = Looks.Status.Total with { Equity = 5 } }));
        Key(1.5, 'p');
        Leave(1.9);
        Follow();
        Assert.Equal([false, true, true, false], Frames.Select(f => f.Contains("HELD at", StringComparison.Ordinal)));
        Assert.Equal([101_234.5, 101_234.5, 101_234.5, 5], Frames.Select(f => double.Parse(Line(f, "EQUITY").Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.StartsWith("NOT OK: the key is refused", Alarm(Frames[2]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_window_that_was_resized_is_filled_before_the_next_picture_is_due()
    {
        Write(Looks.Status);
        At(0.3, () => _terminal.Format = _terminal.Format with { Width = 100, Height = 30 });
        Leave(0.5);
        Follow();
        Assert.Equal([24, 30], Frames.Select(f => f.Split("\r\n").Length));
    }

    [Fact]
    public void What_did_not_change_is_not_written_again()
    {
        Write(Looks.Status with { Mode = "replay" });
        Leave(4.5);
        Follow();
        Assert.Single(Frames);
    }

    [Fact]
    public void The_end_of_the_run_is_the_last_picture_and_ends_it()
    {
        Write(Looks.Status);
        At(0.9, () => Write(Looks.Status, RunStates.Stopped));
        var last = Follow();
        Assert.Equal("stopped", last![1].Trim());
        Assert.Equal("stopped", Alarm(Frames[^1]).Trim());
    }

    [Fact]
    public void A_run_whose_process_is_gone_is_shown_as_killed_and_ends_it()
    {
        Write(Looks.Status, process: int.MaxValue);
        Assert.StartsWith("KILLED: Its process 2147483647 is gone without a summary", Follow()![1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_of_this_process_is_shown_with_what_is_known_of_it_besides_its_files()
    {
        Write(Looks.Status with { Mode = "replay", Now = Looks.At(7, 5) });
        var pulse = new RunPulse(Looks.Status with { Mode = "replay" }, new ProgressEvent(0.25, 99, 1000, Looks.At(8, 20)), "orb stopped for the day");
        _terminal.Format = new PictureFormat(100, 30, false, true);
        Leave(0.5);
        Assert.Null(Follow(new PictureRequest(_directory) { Own = () => pulse, QuitWord = "stop the run" }));
        Assert.StartsWith("replaying 25.0% Wed 2025-10-15 08:20, 99 bars", Alarm(Frames[0]), StringComparison.Ordinal);
        Assert.Contains("orb stopped for the day", Frames[0], StringComparison.Ordinal);
        Assert.Contains("q stop the run", Frames[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_is_not_there_leaves_the_terminal_alone()
    {
        Assert.Equal("RunNotFound", Assert.Throws<AxflException>(() => Follow(new PictureRequest(Path.Combine(_directory, "none")))).ErrorId);
        Assert.Empty(_terminal.Written);
    }

    [Fact]
    public void A_file_that_is_being_replaced_leaves_what_was_seen_before()
    {
        Write(Looks.Status);
        At(0.9, () => File.WriteAllText(Path.Combine(_directory, "now.json"), "{\"status\":"));
        Leave(1.5);
        Follow();
        Assert.Equal([true, true], Frames.Select(f => Line(f, "EURUSD").Contains("1.10550", StringComparison.Ordinal)));
    }

    [Fact]
    public void Drawn_once_it_is_as_long_as_it_needs_to_be()
    {
        Write(Looks.Status, RunStates.Ended);
        File.WriteAllText(Path.Combine(_directory, RunFiles.Trades), TradesCsv.Header + "\n");
        var lines = new RunPictures(_time).Draw(new PictureRequest(_directory), new PictureFormat(80, 0, false, true));
        Assert.StartsWith("EQUITY", lines[^2], StringComparison.Ordinal);
        Assert.DoesNotContain(lines, l => l.Contains("more", StringComparison.Ordinal));
    }

    private string[] Frames => [.. _terminal.Written.Where(w => w.StartsWith("\u001b[?2026h", StringComparison.Ordinal))];

    private static string Alarm(string frame) => frame.Replace("\u001b[K", "", StringComparison.Ordinal).Split("\r\n")[1];

    private static string Line(string frame, string start) => frame.Replace("\u001b[K", "", StringComparison.Ordinal).Split("\r\n").First(l => l.StartsWith(start, StringComparison.Ordinal));

    private void Leave(double second) => Key(second, 'q');

    private void Key(double second, char key) => _terminal.Happens.Add(second, () => key);

    private void At(double second, Action happens) => _terminal.Happens.Add(second, () =>
    {
        happens();
        return null;
    });

    private IReadOnlyList<string>? Follow() => Follow(new PictureRequest(_directory));

    private IReadOnlyList<string>? Follow(PictureRequest request) => new RunPictures(_time).Follow(request, _terminal, CancellationToken.None);

    // As the process of the run does, in one move.
    private void Write(PortfolioStatus status, string state = RunStates.Running, int? process = null)
    {
        var now = EventTime.ToIso(_time.GetUtcNow().ToUnixTimeMilliseconds());
        if (status.Mode == "ws")
        {
            var owner = $$"""{"pid":"{{process ?? Environment.ProcessId}}","host":"{{Environment.MachineName}}"}""";
            var path = Path.Combine(_directory, RunFiles.Lock);
            if (state == RunStates.Running) File.WriteAllText(path, owner);
            else File.Delete(path);
            _held ??= new FileStream(path + ".held", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }

        var price = $$"""{"symbol":"EURUSD","mid":1.1055,"bid":null,"ask":null,"stamped":"{{now}}","received":"{{now}}","fresh":true,"why":null}""";
        var file = Path.Combine(_directory, RunFiles.Now);
        File.WriteAllText(file + ".new", $$"""{"status":{{StatusJson.Write(status)}},"written_at":"{{now}}","pid":{{process ?? Environment.ProcessId}},"state":"{{state}}","prices":[{{price}}]}""");
        File.Move(file + ".new", file, overwrite: true);
    }
}
