using Axfl.Dashboard.Http;

namespace Axfl.Dashboard.Tests.Http;

public class AccessKeyTests
{
    [Fact]
    public void A_ticket_opens_once_and_the_next_takes_its_place()
    {
        var key = new AccessKey(1);
        Assert.True(key.IsKey(key.Text) && key.IsKey(key.Text));
        var first = key.NewTicket();
        var second = key.NewTicket();
        Assert.NotEqual(first, second);
        Assert.False(key.IsKey(first));
        Assert.True(key.IsKey(second));
        Assert.False(key.IsKey(second));
    }

    [Fact]
    public void Keys_and_cookies_differ_from_start_to_start()
    {
        var texts = Enumerable.Range(0, 100).Select(_ => new AccessKey(1)).SelectMany(k => new[] { k.Text, k.SetCookie }).ToList();
        Assert.Equal(200, texts.Distinct().Count());
    }
}
