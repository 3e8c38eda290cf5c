using Axfl.Contracts;
using Axfl.Runs.Files;

namespace Axfl.Runs.Tests.Live;

/// <summary>What came of the messages of one run: by process, the killed ones and the last.</summary>
internal sealed record AlertOutcome(string Run, string Directory, string Ledger, IReadOnlyList<AlertProcess> Processes)
{
    /// <summary>Messages, each counted once.</summary>
    public int Events => Processes.SelectMany(static p => p.Came).Distinct().Count();

    /// <summary>Messages that came once more.</summary>
    public int Doubles => Processes.Sum(static p => p.Came.Count) - Events;

    /// <summary>Everything that the files tell of came; what came twice was in flight; all was noted, each once.</summary>
    public void Check()
    {
        Assert.Equal(Told().Order(StringComparer.Ordinal), Processes.SelectMany(static p => p.Came).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(Told().Order(StringComparer.Ordinal), Processes[^1].Noted.Order(StringComparer.Ordinal));
        for (var i = 0; i < Processes.Count; i++)
        {
            var (came, noted) = Processes[i];
            var later = Processes.Skip(i + 1).SelectMany(static p => p.Came).ToHashSet();
            Assert.Equal(came.Count, came.Distinct().Count());

            // A webhook takes one message at a time: all but the last were answered before the kill.
            Assert.Empty(came.SkipLast(1).Except(noted));
            Assert.Empty(noted.Intersect(later));
            Assert.InRange(came.Intersect(later).Count(), 0, 1);
        }
    }

    // Ids of all that happened by trades.csv and decisions.jsonl.
    private List<string> Told()
    {
        var trades = TradesCsv.Read(Path.Combine(Directory, RunFiles.Trades)).ToList();
        var decisions = DecisionsFile.Read(Path.Combine(Directory, RunFiles.Decisions)).ToList();
        var opened = Of(decisions, static d => d is { Stage: "fill", Result: "filled" }, "opened");
        Assert.Empty(trades.Select(t => $"{Run}/opened/{t.Symbol}/{t.Strategy}/{EventTime.FromDateTime(t.EntryTime)}").Except(opened));
        return
        [
            .. opened, .. trades.Select(t => $"{Run}/closed/{t.TradeId}"), .. Of(decisions, static d => d is { Stage: "place", Result: "accepted" }, "placed"),
            .. Of(decisions, static d => d.Stage == "cancel", "cancelled"),
        ];
    }

    // The second of a kind at a time is numbered.
    private IReadOnlyList<string> Of(List<Decision> decisions, Func<Decision, bool> which, string action) =>
    [
        .. decisions.Where(which).GroupBy(d => $"{Run}/{action}/{d.Symbol}/{d.Strategy}/{EventTime.FromDateTime(d.Time)}")
            .SelectMany(static g => Enumerable.Range(1, g.Count()).Select(n => n == 1 ? g.Key : $"{g.Key}/{n}")),
    ];
}

/// <summary>A process of a run.</summary>
/// <param name="Came">Ids of the messages that came from it, in order.</param>
/// <param name="Noted">Ids in alerts.jsonl when it had ended.</param>
internal sealed record AlertProcess(IReadOnlyList<string> Came, IReadOnlyList<string> Noted);
