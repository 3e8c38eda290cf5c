using Axfl.Cli.Hosting;

namespace Axfl.Cli.Tests.Hosting;

public class StopRequestTests
{
    private readonly Clock _clock = new();

    [Fact]
    public void The_first_wish_stops_and_decides_the_exit_code()
    {
        using var stop = new StopRequest(_clock);
        Assert.True(stop.Request(130));
        Assert.True(stop.Token.IsCancellationRequested);
        Assert.True(stop.Request(143));
        Assert.Equal(130, stop.ExitCode);
    }

    [Theory]
    [InlineData(0.5, true)]
    [InlineData(1.5, false)]
    public void A_second_wish_within_a_second_is_the_first_again_and_a_later_one_ends_the_process(double seconds, bool isSame)
    {
        using var stop = new StopRequest(_clock);
        stop.Request(130);
        _clock.Seconds += seconds;
        Assert.Equal(isSame, stop.Request(130));
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(1.5, 1)]
    public void A_process_that_ends_at_once_puts_its_terminal_right_before(double seconds, int times)
    {
        using var stop = new StopRequest(_clock);
        var done = 0;
        stop.AtOnce = () => done++;
        stop.Request(130);
        Assert.Equal(0, done);
        _clock.Seconds += seconds;
        stop.Request(130);
        Assert.Equal(times, done);
    }

    private sealed class Clock : TimeProvider
    {
        public double Seconds { get; set; } = 100;

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => (long)(Seconds * 1000);
    }
}
