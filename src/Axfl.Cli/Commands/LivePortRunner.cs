using Axfl.Cli.Hosting;
using Axfl.Cli.Output;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary>Follows one run to its end: statuses to standard output, words to standard error, the summary last.</summary>
internal sealed class LivePortRunner(CommandContext context)
{
    /// <summary>Runs a request.</summary>
    /// <returns>0, or the exit code of the signal that stopped it. Errors are thrown.</returns>
    public async Task<int> RunAsync(RunRequest request, StatusFormat format)
    {
        // No token for the run: a wish to stop goes through Stop(), so that the files are completed.
        await using var run = context.Runtime.Start(request, CancellationToken.None);
        await using var stop = context.Stop.Token.UnsafeRegister(static r => ((IPortfolioRun)r!).Stop(), run);
        var display = RunDisplay.For(context, format);
        await display.ShowAsync(() => PumpAsync(run, new StatusStream(context.OutBytes, format), display, request.Verbose)).ConfigureAwait(false);
        Close(await run.Completion.ConfigureAwait(false), run.Directory);
        return context.Stop.ExitCode;
    }

    private async Task PumpAsync(IPortfolioRun run, StatusStream statuses, RunDisplay display, bool verbose)
    {
        await using var events = run.Events.GetAsyncEnumerator(CancellationToken.None);
        while (true)
        {
            var next = events.MoveNextAsync();
            // Nothing more to say at the moment: what is said must be seen.
            if (!next.IsCompleted) statuses.Flush();
            if (!await next.ConfigureAwait(false)) break;
            switch (events.Current)
            {
                case StatusEvent status:
                    if (status.Json.Length > 0) statuses.Write(status.Json.Span);
                    else statuses.Write(System.Text.Encoding.UTF8.GetBytes(context.Runtime.ToJson(status.Status)));
                    break;
                case ProgressEvent progress:
                    display.Progress(progress);
                    break;
                case NoticeEvent notice when verbose || notice.Level != NoticeLevel.Verbose:
                    display.Notice(notice);
                    break;
            }
        }
        statuses.Flush();
    }

    private void Close(RunSummary summary, string directory)
    {
        var totals = SummaryTables.Totals(summary);
        totals.Add("files", directory);
        totals.Add("ledger", summary.LedgerHash);
        Tables.Remark(totals, context);
        if (summary.Metrics.Trades > 0) Tables.Remark(SummaryTables.Split(summary.Metrics, "strategy"), context);
    }
}
