using Axfl.Alerts.Channels;
using Axfl.Alerts.Tests.Servers;
using Axfl.Configuration.Plan;
using Axfl.Contracts;

namespace Axfl.Alerts.Tests.Channels;

public class MailChannelTests
{
    [Fact]
    public async Task A_mail_goes_out_with_subject_text_and_ids()
    {
        using var server = new SmtpServer();
        using var channel = Channel(server.Address, withUser: true);
        Assert.Equal(SendResult.Taken("the server took the mail"), await channel.Send([Sample.Alert("one", 1), Sample.Alert("two", 2)], CancellationToken.None));
        Assert.True(server.Mails.TryDequeue(out var mail));
        Assert.Contains("Subject: Axfl portfolio: one (and 1 more)", mail, StringComparison.Ordinal);
        Assert.Contains("X-Axfl-Event: run/opened/1 run/opened/2", mail, StringComparison.Ordinal);
        Assert.Contains("one\ntwo\n", mail, StringComparison.Ordinal);
        Assert.Equal([$"|{Sample.User}|{Sample.Password}"], server.Credentials);
    }

    [Fact]
    public async Task A_digest_is_text_and_html()
    {
        using var server = new SmtpServer();
        using var channel = Channel(server.Address);
        await channel.Send([Sample.Alert("trades: 1") with { Html = "<h3>trades</h3>" }], CancellationToken.None);
        Assert.True(server.Mails.TryDequeue(out var mail));
        Assert.Contains("multipart/alternative", mail, StringComparison.Ordinal);
        Assert.Contains("trades: 1", mail, StringComparison.Ordinal);
        Assert.Contains("<h3>trades</h3>", mail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("450 later", "SMTP 450", false)]
    [InlineData("550 nobody", "SMTP 550", true)]
    public async Task What_the_server_refuses_for_now_is_tried_again_and_for_good_is_not(string answer, string told, bool isFinal)
    {
        using var server = new SmtpServer { Recipient = answer };
        using var channel = Channel(server.Address);
        Assert.Equal(isFinal ? SendResult.Refused(told) : SendResult.Later(told), await channel.Send([Sample.Alert()], CancellationToken.None));
    }

    [Fact]
    public async Task A_wrong_password_is_final_and_is_not_repeated()
    {
        using var server = new SmtpServer { Login = $"535 no, {Sample.Password} is wrong" };
        using var channel = Channel(server.Address, withUser: true);
        Assert.Equal(SendResult.Refused("the server does not accept user and password"), await channel.Send([Sample.Alert()], CancellationToken.None));
    }

    [Fact]
    public async Task Nobody_there_is_tried_again()
    {
        string address;
        using (var server = new SmtpServer()) address = server.Address;
        using var channel = Channel(address);
        Assert.Equal(SendResult.Later("no connection (ConnectionRefused)"), await channel.Send([Sample.Alert()], CancellationToken.None));
    }

    internal static MailChannel Channel(string server, bool withUser = false, System.Net.Security.RemoteCertificateValidationCallback? certificate = null) => new(
        new AlertChannelPlan { Kind = "mail", Server = server, From = "axfl@example.org", To = ["me@example.org"] },
        withUser ? new Secret(Sample.User) : null, withUser ? new Secret(Sample.Password) : null, "Axfl portfolio", certificate);
}
