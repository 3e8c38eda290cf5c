using Axfl.Configuration;
using Axfl.Contracts;
using Axfl.LiveHost;
using Axfl.Providers;
using Axfl.Runs.Files;
using Axfl.Runs.Live;
using Axfl.Runs.Tests.Parity;
using Axfl.Testing;

namespace Axfl.Runs.Tests.Live;

/// <summary>A run that is resumed goes on at the server it was last at; another one is given on purpose, and said.</summary>
public sealed class ResumedAddressTests : IDisposable
{
    private const string Test = "ws://127.0.0.1:9000/";

    private readonly TemporaryFolder _folder = new();
    private RunRequest? _connected;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(null, Test, "continues at ws://127.0.0.1:9000/, where it began")]
    [InlineData("ws://127.0.0.1:9001/", "ws://127.0.0.1:9001/", "began at ws://127.0.0.1:9000/, and continues at ws://127.0.0.1:9001/")]
    public void The_address_is_part_of_the_run(string? given, string expected, string said)
    {
        Begin(new RunRequest { Endpoint = Test });
        using var start = Resume(new RunRequest { Endpoint = given });
        Assert.Equal(expected, _connected!.Endpoint);
        Assert.Contains(start.Notices, n => n.Message.Contains(said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_next_resume_goes_on_with_the_address_last_used(bool cutsJournal)
    {
        const string Other = "ws://127.0.0.1:9001/", History = "http://127.0.0.1:9003/";
        Begin(new RunRequest { Endpoint = Test, HistoryEndpoint = "http://127.0.0.1:9002/" });
        using (var moved = Resume(new RunRequest { Endpoint = Other, HistoryEndpoint = History }))
        using (var session = moved.Open(static _ => { }))
            if (cutsJournal) Assert.Null(session.Cut());

        using var again = Resume(new RunRequest());

        Assert.Equal((Other, History), (_connected!.Endpoint, _connected.HistoryEndpoint));
        Assert.Contains(again.Notices, n => n.Message.Contains("continues at ws://127.0.0.1:9001/, where it was last", StringComparison.Ordinal));

        // Also when it is resumed twice without a word.
        again.Open(static _ => { }).Dispose();
        using var third = Resume(new RunRequest());
        Assert.Equal((Other, History), (_connected.Endpoint, _connected.HistoryEndpoint));
    }

    [Fact]
    public void A_run_begun_at_the_provider_s_own_server_stays_there_without_a_word()
    {
        Begin(new RunRequest());
        using var start = Resume(new RunRequest());
        Assert.Null(_connected!.Endpoint);
        Assert.DoesNotContain(start.Notices, n => n.Message.Contains("began", StringComparison.Ordinal));
    }

    [Fact]
    public void The_history_server_is_part_of_the_run_too()
    {
        Begin(new RunRequest { HistoryEndpoint = "http://127.0.0.1:9002/" });
        Resume(new RunRequest()).Dispose();
        Assert.Equal("http://127.0.0.1:9002/", _connected!.HistoryEndpoint);
    }

    private void Begin(RunRequest request)
    {
        var file = Path.Combine(_folder.Path, "made.yaml");
        File.WriteAllText(file, DirectLive.Sessions);
        var plan = SessionsLoader.Load(new RunRequest { SessionsPath = file, Profile = "made" }, ParityRuns.Churn);
        LiveSession.Begin(plan, RunDirectory.Create(_folder.Path, "run"), "finnhub", MadeTicks.Start, "here", false, static _ => { }, request).Dispose();
    }

    private LiveStart Resume(RunRequest request) => LiveStart.Prepare(
        request with { Mode = "ws", Resume = true, RunId = "run", OutputDirectory = _folder.Path, WorkingDirectory = _folder.Path }, ParityRuns.Churn,
        new LivePorts((asked, _) =>
        {
            _connected = asked;
            return TickFeeds.Create("finnhub", asked.Endpoint, _ => "key", TimeProvider.System, _ => false);
        }, (_, _, _) => (null, "none"), "here", TimeProvider.System));
}
