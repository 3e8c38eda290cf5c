using Axfl.Testing.Harness;

namespace Axfl.Engine.Tests.Gates;

public class SessionGateTests
{
    [Fact]
    public void An_entry_at_the_close_of_a_bar_out_of_session_is_blocked_at_placing()
    {
        var run = new Scenario().Window("07:05", "07:15").At(0, d => d.Buy()).Flat(count: 2).Run();
        Assert.Equal(["0 place session"], run.Story);
        Assert.Equal("2026-01-13T07:00:00Z out of session", run.Detail);
    }

    [Fact]
    public void The_first_bar_of_the_window_is_in_session_and_the_bar_at_its_end_is_not()
    {
        var run = new Scenario().Window("07:05", "07:15").At(1, d => d.BuyStop(20, 10)).At(3, d => d.Buy()).Flat(count: 4).Run();
        Assert.Equal(["1 place accepted", "3 cancel session", "3 place session"], run.Story);
    }
}
