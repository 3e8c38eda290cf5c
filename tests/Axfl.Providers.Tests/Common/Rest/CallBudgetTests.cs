using System.Threading.RateLimiting;
using Axfl.Providers.Common.Rest;
using Microsoft.Extensions.Time.Testing;

namespace Axfl.Providers.Tests.Common.Rest;

/// <summary>Calls of one key in a clock minute.</summary>
public sealed class CallBudgetTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 3, 14, 5, 40, TimeSpan.Zero));
    private readonly CallBudget _budget;

    public CallBudgetTests() => _budget = new CallBudget(3, _time);

    public void Dispose() => _budget.Dispose();

    [Fact]
    public void A_spent_minute_allows_no_call_and_says_when_the_next_minute_of_the_clock_begins()
    {
        Assert.Equal([true, true, true, false], Calls(4));
        using var refused = _budget.AttemptAcquire();
        Assert.True(refused.TryGetMetadata(MetadataName.RetryAfter, out var wait));
        Assert.Equal(TimeSpan.FromSeconds(20), wait);
    }

    [Fact]
    public void The_next_minute_of_the_clock_begins_anew_though_less_than_a_minute_has_passed()
    {
        Calls(3);
        _time.Advance(TimeSpan.FromSeconds(19.999));
        Assert.Equal([false], Calls(1));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal([true, true, true, false], Calls(4));
    }

    [Fact]
    public void What_the_server_says_is_left_counts_more_than_the_calls_made_and_one_is_never_used()
    {
        Calls(1);
        _budget.Believe(5);
        Assert.Equal([true, true, true, true, false], Calls(5));
        _budget.Believe(1);
        Assert.Equal([false], Calls(1));
    }

    [Fact]
    public void What_the_server_said_of_a_minute_does_not_count_in_the_next()
    {
        _budget.Believe(0);
        Assert.Equal([false], Calls(1));
        _time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal([true, true, true, false], Calls(4));
    }

    [Fact]
    public async Task Nobody_queues()
    {
        Calls(3);
        using var lease = await _budget.AcquireAsync();
        Assert.False(lease.IsAcquired);
    }

    private List<bool> Calls(int count)
    {
        var made = new List<bool>();
        for (var i = 0; i < count; i++)
        {
            using var lease = _budget.AttemptAcquire();
            made.Add(lease.IsAcquired);
        }

        return made;
    }
}
