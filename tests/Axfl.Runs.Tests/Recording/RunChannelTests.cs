using System.Text;
using Axfl.Contracts;
using Axfl.Runs.Recording;

namespace Axfl.Runs.Tests.Recording;

public class RunChannelTests
{
    [Fact]
    public async Task A_live_run_never_waits_for_its_reader_and_knows_what_he_lost()
    {
        var written = 0;
        var channel = new RunChannel(1, s => Encoding.UTF8.GetBytes((++written).ToString(System.Globalization.CultureInfo.InvariantCulture)), keepsJson: true, static () => { },
            TimeProvider.System, CancellationToken.None, dropsUnread: true);
        for (var i = 0; i < 500; i++) channel.Send(new StatusEvent(null!, IsFinal: i == 499));
        channel.Finish();
        channel.Complete(null);
        var seen = new List<StatusEvent>();
        await foreach (var item in channel.Events()) seen.Add((StatusEvent)item);
        Assert.Equal(500, written);
        Assert.True(seen[^1].IsFinal);
        Assert.Equal(500, seen.Count + channel.TakeDropped());
        Assert.Equal("500", Encoding.UTF8.GetString(seen[^1].Json.Span));
    }

    [Fact]
    public async Task A_replay_waits_for_its_reader_and_loses_nothing()
    {
        var channel = new RunChannel(1, static _ => "1"u8, keepsJson: false, static () => { }, TimeProvider.System, CancellationToken.None);
        var sending = Task.Run(() =>
        {
            for (var i = 0; i < 500; i++) channel.Send(new StatusEvent(null!, false));
            channel.Finish();
            channel.Complete(null);
        });
        var seen = 0;
        await foreach (var item in channel.Events())
        {
            seen++;
            Assert.True(((StatusEvent)item).Json.IsEmpty);
        }

        await sending;
        Assert.Equal((500, 0), (seen, channel.TakeDropped()));
    }
}
