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

    private sealed class Clock : TimeProvider
    {
        public double Seconds { get; set; } = 100;

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => (long)(Seconds * 1000);
    }
}
