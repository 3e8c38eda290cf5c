using Axfl.Contracts;
using Axfl.Runs.Pictures;
using Axfl.Runs.Watching;

namespace Axfl.Runs.Tests.Pictures;

public class RunPictureTests
{
    private static readonly string[] Everything = ["PRICES", "WINDOWS", "TODAY", "OPEN", "LAST TRADES", "LAST REFUSALS", "EQUITY"];

    [Fact]
    public void Eighty_columns_and_twenty_four_rows_have_all_of_it() => Assert.Equal(
    [
        "Axfl  portfolio-20251015T070000Z-abcd  ws oanda 5m       2025-10-15 08:25:10 UTC",
        "running by its rules, feed live, 1 error, 3.3 ms to a decision (p99 41 ms)",
        "PRICES    price   age                    WINDOWS",
        "EURUSD  1.10550   2 s                    lsg      open, 1 h 34 min left",
        "GBPUSD  1.25010  40 s  no price for 4…   orb      in 3 h 34 min",
        "",
        "TODAY       R    stop                            entries  closed      PnL",
        "total  -1.40R  of -5R  ███████░░░░░░░░░░░░░░░░░        2       2  -700.00",
        "lsg    -1.40R  of -2R  █████████████████░░░░░░░   2 of 3       2  -700.00",
        "orb     0.00R                                     0 of 3       0     0.00",
        "",
        "OPEN    strategy  side     entry     stop                 target       R     PnL",
        "EURUSD  lsg       long   1.10500  1.10400  ├───┼●─────┤  1.10700  +0.50R  +20.50",
        "GBPUSD  orb       short  1.25000  1.25500  pending stop     none",
        "",
        "LAST TRADES                        exit  why       R      PnL",
        "08:10        EURUSD  lsg  long  1.10400  SL   -1.05R  -525.00",
        "07:30        EURUSD  orb  long  1.10400  TP   +0.40R  +200.00",
        "LAST REFUSALS                      blocked by          today: max_open_position…",
        "08:15          GBPUSD  lsg  short  max_open_positions  2 >= 2",
        "08:05          GBPUSD  lsg  short  max_open_positions  2 >= 2",
        "EQUITY  101,234.50 +1,234.50 +2.25R, cost share 12.0%, 7 trades, drawdown 0.75%",
        "▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄█████████████████████████████████████▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁",
        "p hold · q quit",
    ], Looks.Text(Looks.Live, 80, 24));

    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 30)]
    [InlineData(200, 50)]
    [InlineData(60, 40)]
    public void All_of_it_is_there_and_nothing_is_wider_or_longer_than_the_window(int width, int height)
    {
        var text = Looks.Text(Looks.Live, width, height);
        Assert.All(Everything, part => Assert.Contains(text, l => l.Contains(part, StringComparison.Ordinal)));
        Assert.Equal(height, text.Length);
        Assert.All(RunPicture.Draw(Looks.Live, new PictureFormat(width, height, true, true), "p hold | q quit"), l => Assert.True(l.Width <= width, l.Text));
        Assert.Equal("p hold · q quit", text[^1]);
    }

    [Theory]
    [InlineData(80, 24)]
    [InlineData(60, 24)]
    [InlineData(40, 10)]
    [InlineData(200, 8)]
    [InlineData(20, 5)]
    [InlineData(1, 1)]
    public void Whatever_the_window_the_alarm_is_on_it_and_nothing_beyond_it(int width, int height)
    {
        var look = Looks.Live with { Status = Looks.Status with { Ok = false, Error = "the server refuses the connection" } };
        var lines = RunPicture.Draw(look, new PictureFormat(width, height, true, true), "keys");
        Assert.True(lines.Count <= height);
        Assert.All(lines, l => Assert.True(l.Width <= width));
        if (height > 1 && width > 20) Assert.StartsWith("NOT OK: the server", lines[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_alarm_takes_more_lines_where_there_are_some()
    {
        var look = Looks.Live with { Status = Looks.Status with { Ok = false, Error = string.Join(' ', Enumerable.Repeat("word", 30)) } };
        var lines = RunPicture.Draw(look, new PictureFormat(80, 24, false, true));
        Assert.Equal([PictureStyle.Alarm, PictureStyle.Alarm], lines.Skip(1).Take(2).Select(l => l.Spans[0].Style));
        Assert.Equal(31, string.Join(' ', lines.Skip(1).Take(2).Select(l => l.Text)).Split("word").Length);
        Assert.Equal(PictureStyle.Alarm, Assert.Single(RunPicture.Draw(look, new PictureFormat(80, 10, false, true)), l => l.Text.Contains("word", StringComparison.Ordinal)).Spans[0].Style);
    }

    [Fact]
    public void Wide_windows_have_the_tables_side_by_side_with_more_columns_and_a_taller_curve()
    {
        var (narrow, wide) = (Looks.Text(Looks.Live, 80, 24), Looks.Text(Looks.Live, 200, 50));
        Assert.Contains(wide, l => l.Contains("PRICES", StringComparison.Ordinal) && l.Contains("OPEN", StringComparison.Ordinal));
        Assert.Contains(wide, l => l.Contains("bars", StringComparison.Ordinal) && l.Contains("gaps", StringComparison.Ordinal) && l.Contains("rejected", StringComparison.Ordinal));
        Assert.True(Curve(wide) >= 15);
        Assert.Equal(1, Curve(narrow));

        static int Curve(string[] text) => text.SkipWhile(l => !l.StartsWith("EQUITY", StringComparison.Ordinal)).Skip(1).TakeWhile(l => l.Length > 0 && !l.Contains("hold", StringComparison.Ordinal)).Count();
    }

    [Fact]
    public void Ten_symbols_and_many_positions_say_how_many_more_there_are()
    {
        string[] symbols = [.. Enumerable.Range(0, 10).Select(i => $"SYM{i:000}")];
        var look = Looks.Live with
        {
            Status = Looks.Status with { Symbols = symbols, Positions = [.. symbols.Select(s => Looks.Long with { Symbol = s })], Pending = [] },
            Now = Looks.State with { Prices = [.. symbols.Select(s => Looks.Fresh with { Symbol = s })] },
        };
        var text = Looks.Text(look, 80, 24);
        var more = text.Where(l => l.StartsWith("... ", StringComparison.Ordinal)).ToArray();
        var prices = text.SkipWhile(l => !l.StartsWith("PRICES", StringComparison.Ordinal)).Skip(1).TakeWhile(l => l.StartsWith("SYM", StringComparison.Ordinal)).Count();
        var open = text.SkipWhile(l => !l.StartsWith("OPEN", StringComparison.Ordinal)).Skip(1).TakeWhile(l => l.StartsWith("SYM", StringComparison.Ordinal)).Count();
        Assert.True(prices > 0 && open > 0 && open >= prices);
        Assert.StartsWith($"... {10 - prices} more", more[0], StringComparison.Ordinal);
        Assert.Equal($"... {10 - open} more", more[1]);
        // With room for all of them nobody is left out.
        Assert.DoesNotContain(Looks.Text(look, 200, 50), l => l.Contains("more", StringComparison.Ordinal));
        Assert.Equal(20, string.Join('\n', Looks.Text(look, 200, 50)).Split("SYM").Length - 1);
    }

    [Fact]
    public void What_has_no_room_at_all_is_named()
    {
        var text = Looks.Text(Looks.Live, 80, 12);
        Assert.Contains(text, l => l.StartsWith("... not shown, the window is too small:", StringComparison.Ordinal) && l.Contains("LAST REFUSALS", StringComparison.Ordinal));
        Assert.Contains(text, l => l.StartsWith("OPEN", StringComparison.Ordinal));
    }

    [Fact]
    public void Long_names_are_cut_and_leave_the_numbers_where_they_are()
    {
        var name = new string('n', 60);
        var look = Looks.Live with
        {
            Run = name + name,
            Status = Looks.Status with { ByStrategy = [new StrategyDayStatus(name, -1.4, 2, -700)], Positions = [Looks.Long with { Strategy = name }] },
            Now = Looks.State with { Limits = [new(name, -1.4, -2, 2, 3)] },
        };
        var text = Looks.Text(look, 80, 24);
        Assert.Contains(text, l => l.StartsWith("nnnnnn", StringComparison.Ordinal) && l.Contains('…', StringComparison.Ordinal) && l.EndsWith("-700.00", StringComparison.Ordinal));
        Assert.Contains(text, l => l.StartsWith("EURUSD  nnn", StringComparison.Ordinal) && l.Contains("+0.50R", StringComparison.Ordinal));
        Assert.EndsWith("2025-10-15 08:25:10 UTC", text[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Without_unicode_every_character_is_ASCII()
    {
        var look = Looks.Live with { Status = Looks.Status with { Ok = false, Error = "größer als 漢字" } };
        var format = new PictureFormat(80, 24, true, false);
        var text = string.Join('\n', RunPicture.Draw(look, format, "p hold | q quit").Select(l => PictureText.Of(l, format)));
        Assert.All(text, c => Assert.True(c is '\n' or '\u001b' or (>= ' ' and < (char)0x7f)));
        Assert.Contains("NOT OK: gr??er als ????", text, StringComparison.Ordinal);
        Assert.Contains("#", text, StringComparison.Ordinal);
        Assert.Contains("p hold - q quit", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_colours_no_escape_sequence_is_there()
    {
        var format = new PictureFormat(80, 24, false, true);
        Assert.All(RunPicture.Draw(Looks.Live, format), l => Assert.DoesNotContain('\u001b', PictureText.Of(l, format)));
        Assert.Contains(RunPicture.Draw(Looks.Live, format), l => PictureText.Of(l, format with { IsColoured = true }).Contains("\u001b[31m", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_old_is_faint_and_the_reason_stands_in_the_alarm_line()
    {
        var fresh = RunPicture.Draw(Looks.Live with { Now = Looks.State with { WrittenAt = Looks.Time.AddSeconds(-15) } }, new PictureFormat(120, 30, true, true));
        Assert.StartsWith("running", fresh[1].Text, StringComparison.Ordinal);
        Assert.Contains(fresh.Skip(2), l => l.Spans.Any(s => s.Style is PictureStyle.Good or PictureStyle.Bad));
        var old = RunPicture.Draw(Looks.Live with { Now = Looks.State with { WrittenAt = Looks.Time.AddSeconds(-16) } }, new PictureFormat(120, 30, true, true));
        Assert.StartsWith("NO NEWS for 16 s", old[1].Text, StringComparison.Ordinal);
        Assert.Equal(PictureStyle.Alarm, old[1].Spans[0].Style);
        Assert.Contains("(old)", old[0].Text, StringComparison.Ordinal);
        Assert.All(old.Skip(2).SelectMany(l => l.Spans), s => Assert.True(s.Style is PictureStyle.Faint or PictureStyle.Strong));
    }

    [Fact]
    public void A_run_whose_process_is_gone_says_so_and_all_of_it_is_old()
    {
        var lines = RunPicture.Draw(Looks.Live with { Report = Looks.Report(RunStates.Killed, "Its process 7 is gone without a summary.") }, new PictureFormat(120, 30, true, true));
        Assert.Equal("KILLED: Its process 7 is gone without a summary. 1 position was open.", lines[1].Text.TrimEnd());
        Assert.All(lines.Skip(2).SelectMany(l => l.Spans), s => Assert.True(s.Style is PictureStyle.Faint or PictureStyle.Strong));
    }

    [Fact]
    public void A_replay_has_its_day_bars_and_how_far_it_is_and_no_age_of_prices()
    {
        var text = Looks.Text(Looks.Replay, 120, 30);
        Assert.StartsWith("replaying 63.0% Wed 2025-10-15 08:20, 123,456 bars, 812,000 bars/s  ████", text[1], StringComparison.Ordinal);
        Assert.Contains("░", text[1], StringComparison.Ordinal);
        Assert.DoesNotContain(text, l => l.Contains("age", StringComparison.Ordinal));
        Assert.Contains("2025-10-15 08:20:00 UTC", text[0], StringComparison.Ordinal);
        Assert.Contains(text, l => l.Contains("open, 100 min left", StringComparison.Ordinal) || l.Contains("open, 1 h 40 min left", StringComparison.Ordinal));
    }

    [Fact]
    public void A_run_that_has_ended_counts_down_to_nothing()
    {
        var text = Looks.Text(Looks.Live with { Report = Looks.Report(RunStates.Ended) }, 120, 30);
        Assert.Equal("ended", text[1]);
        Assert.DoesNotContain(text, l => l.Contains("left", StringComparison.Ordinal) || l.Contains("in 3 h", StringComparison.Ordinal));
    }

    [Fact]
    public void A_run_without_a_status_is_warming_up()
    {
        var text = Looks.Text(new RunLook("r", Looks.Time) { Report = Looks.Report(RunStates.Running) }, 80, 24);
        Assert.Equal("warming up: no status yet", text[1]);
        Assert.Contains("OPEN  no position, no pending order", text);
    }

    [Fact]
    public void Total_r_never_stands_without_the_cost_share() => Assert.Contains(
        Looks.Text(Looks.Live, 80, 24), l => l == "EQUITY  101,234.50 +1,234.50 +2.25R, cost share 12.0%, 7 trades, drawdown 0.75%");

    [Fact]
    public void No_text_of_a_run_a_feed_or_a_strategy_acts_on_the_terminal()
    {
        const string Acts = "\u001b]0;owned\u0007\u001b[2J\u202e\r\n";
        var status = Looks.Status with
        {
            Run = Acts, Source = Acts, Interval = Acts, Day = Acts, Ws = new FeedStatus { State = Acts }, Symbols = [Acts], ByStrategy = [new StrategyDayStatus(Acts, 1, 1, 1)],
            Positions = [Looks.Long with { Symbol = Acts, Strategy = Acts, Side = Acts }], Pending = [new PendingOrderStatus(Acts, Acts, Acts, Acts, 1.1, 1, null, default, null)],
            Blocked = [new BlockedStatus(Acts, 1)],
        };
        var look = new RunLook(Acts, Looks.Time)
        {
            Status = status, Notice = Acts, Report = Looks.Report(RunStates.Running),
            Now = Looks.State with
            {
                Prices = [new(Acts, 1.1, null, null, null, null, false, Acts)], Windows = [new(Acts, Looks.At(7, 0), Looks.At(9, 0))], Limits = [new(Acts, 1, -1, 1, null)],
                Halts = [new(Acts, Acts, null)], LastTrades = [Looks.State.LastTrades![0] with { Symbol = Acts, Strategy = Acts, Side = Acts, Reason = Acts }],
                LastRefusals = [Looks.State.LastRefusals![0] with { Symbol = Acts, Strategy = Acts, Side = Acts, Result = Acts, Detail = Acts }],
            },
        };
        RunLook[] looks =
        [
            look, look with { Status = status with { Ok = false, Error = Acts } }, look with { Report = Looks.Report(RunStates.Failed, Acts) }, look with { Report = Looks.Report(Acts, Acts) },
        ];
        var format = new PictureFormat(2000, 200, true, true);
        var lines = looks.SelectMany(l => RunPicture.Draw(l, format)).ToArray();
        Assert.All(lines, l => Assert.Equal(ShownText.Line(l.Text), l.Text));
        Assert.All(lines, l => Assert.DoesNotMatch("\u001b(?!\\[[0-9;]*m)", PictureText.Of(l, format)));
        Assert.True(lines.Sum(l => l.Text.Split("\\u001b]0;owned").Length - 1) > 100);
    }
}
