using Axfl.Contracts;
using Axfl.Runs.Events;
using Axfl.Runs.Fold;
using Axfl.Runs.Journal;

namespace Axfl.Runs.Live;

/// <summary>What a journal notes of a live run's events: the state of the feed, and that nobody hears the run any more.</summary>
internal static class JournalNotes
{
    /// <summary>Takes an event, before anybody else does.</summary>
    public static void Take(RunEvent item, LiveInputs inputs)
    {
        if (item is FeedChanged feed) inputs.Note(JournalKind.Feed, feed.Time, feed.State, feed.Detail);
        else if (item is ConsoleGone console) inputs.Note(JournalKind.Console, console.Time, "lost", console.Reason);
    }
}
