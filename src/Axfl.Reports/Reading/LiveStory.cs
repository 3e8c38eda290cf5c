using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Runs.Fold;
using Axfl.Runs.Journal;

namespace Axfl.Reports.Reading;

/// <summary>What the journal of a live run tells besides its results. Times in unix ms, UTC.</summary>
internal sealed record LiveStory
{
    /// <summary>Start of trading.</summary>
    public required long Since { get; init; }

    /// <summary>The newest time its clock and results show.</summary>
    public required long Ended { get; init; }

    /// <summary>Version that began it.</summary>
    public required string Version { get; init; }

    /// <summary>Share of the time outside closed markets, from its first line to its last, in which prices could come; null: there was none.</summary>
    public required double? Connected { get; init; }

    /// <summary>Stretches in which none could.</summary>
    public required IReadOnlyList<Outage> Outages { get; init; }

    /// <summary>Share of the same time, by symbol in journal order, in which its last price was older than the plan allows.</summary>
    public required IReadOnlyList<double> Stale { get; init; }

    /// <summary>Symbols in journal order.</summary>
    public required IReadOnlyList<string> Symbols { get; init; }

    /// <summary>When a process took the run up again.</summary>
    public required IReadOnlyList<long> Resumes { get; init; }

    /// <summary>Answers of history to gaps.</summary>
    public required int Repairs { get; init; }

    /// <summary>Bars that history gave after prices began.</summary>
    public required long Missed { get; init; }

    /// <summary>Prices received later after their stamp than the plan's <c>max_lag_ms</c>.</summary>
    public required long Late { get; init; }

    /// <summary>Prices, bars and frames that were not used.</summary>
    public required long Rejected { get; init; }

    /// <summary>Reads a journal to its end; a torn last line is left out.</summary>
    /// <param name="directory">Run directory.</param>
    /// <param name="live">How the run took prices.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="AxflException">It is broken (<c>JournalBroken</c>) or not understood.</exception>
    public static LiveStory Read(string directory, LivePlan live, CancellationToken cancellation)
    {
        using var journal = new JournalFolding(directory, withProof: false);
        var start = journal.Start;
        var (feed, silence) = (new FeedTimes(start.Time), new SilentTimes(start.Symbols.Count, start.Time, live.StaleAfterS * 1000L));
        var (ended, repairs, missed, late, rejected) = (start.Time, 0, 0L, 0L, 0L);
        List<long> resumes = [];
        while (journal.Skip())
        {
            cancellation.ThrowIfCancellationRequested();
            var line = journal.Line;
            if (line.Kind == JournalKind.Resume)
            {
                // A process that was killed left no word of its end.
                feed.Take(ended, FeedTimes.Stopped, "the run was not under way");
                resumes.Add(line.Time);
            }

            if (line.Kind is JournalKind.Clock or JournalKind.Stop or JournalKind.Resume or JournalKind.Feed) ended = Math.Max(ended, line.Time);
            switch (line.Kind)
            {
                case JournalKind.Feed: feed.Take(line.Time, line.Texts.GetValueOrDefault("state", ""), line.Texts.GetValueOrDefault("detail", "")); break;
                case JournalKind.Stop: feed.Take(line.Time, FeedTimes.Stopped, "the run was not under way"); break;
                case JournalKind.Repaired: repairs++; break;
                case JournalKind.Rejected: rejected += Math.Max(1, line.Count); break;
                case JournalKind.History: missed += line.Bars.Count(b => b.Bar.Bar.Time >= start.Time); break;
                case JournalKind.Tick:
                    silence.Take(line.Symbol, line.Time + line.Lag);
                    if (line.Lag > live.MaxLagMs) late++;
                    break;
                default: break;
            }
        }

        var stretches = feed.Until(ended);
        return new LiveStory
        {
            Since = start.Since, Ended = ended, Version = start.Version, Symbols = start.Symbols, Resumes = resumes, Repairs = repairs, Missed = missed, Late = late, Rejected = rejected,
            Connected = FeedTimes.Connected(stretches), Outages = FeedTimes.Outages(stretches), Stale = silence.Shares(stretches, ended),
        };
    }

    /// <summary>Share of the time in which the price of a symbol was old; 0: the journal does not know the symbol.</summary>
    public double StaleShare(string symbol) => Symbols.ToList().IndexOf(symbol) is >= 0 and var at ? Stale[at] : 0;
}

/// <summary>A stretch in which no prices could come.</summary>
/// <param name="From">Its beginning, unix ms.</param>
/// <param name="To">Its end.</param>
/// <param name="State">The feed's state, as the status names it.</param>
/// <param name="Detail">Why.</param>
internal readonly record struct Outage(long From, long To, string State, string Detail);
