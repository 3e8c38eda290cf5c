using Axfl.Cli.Hosting;
using Axfl.Cli.Output;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary>Follows one run to its end: statuses to standard output, words to standard error, the summary last.</summary>
internal sealed class LivePortRunner(CommandContext context)
{
    private bool _isUnheard;

    /// <summary>Runs a request.</summary>
    /// <returns>0, or the exit code of the signal that stopped it. Errors are thrown, of a console that cannot be written only those of a replay.</returns>
    public int Run(RunRequest request, StatusFormat format)
    {
        context.GoesOnUnheard = request.Mode == "ws";
        var statuses = new StatusStream(context.OutBytes, format);
        // No token for the run: a wish to stop goes through Stop(), so that the files are completed.
        var run = context.Runtime.Start(request with { StatusJson = statuses.IsWanted }, CancellationToken.None);
        try
        {
            using var stop = context.Stop.Token.UnsafeRegister(static r => ((IPortfolioRun)r!).Stop(), run);
            if (context.GoesOnUnheard) _ = run.Completion.ContinueWith(_ => context.Stop.Done(), TaskScheduler.Default);
            var display = RunDisplay.For(context, format, run);
            display.Show(() => Pump(run, statuses, display, request.Verbose));
            var summary = run.Completion.GetAwaiter().GetResult();
            Write(run, () => Close(summary, run.Directory, format));
            return context.Stop.ExitCode;
        }
        finally
        {
            run.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    // The process has one run and one thread that follows it: it waits plainly. What is asynchronous is compiled anew at each start.
    private void Pump(IPortfolioRun run, StatusStream statuses, RunDisplay display, bool verbose)
    {
        var events = run.Events.GetAsyncEnumerator(CancellationToken.None);
        while (true)
        {
            var next = events.MoveNextAsync();
            // Nothing more to say at the moment: what is said must be seen.
            if (!next.IsCompleted) Write(run, statuses.Flush);
            if (!next.AsTask().GetAwaiter().GetResult()) break;
            var item = events.Current;
            Write(run, () => Show(item, statuses, display, verbose));
        }

        Write(run, statuses.Flush);
    }

    private void Show(RunEvent item, StatusStream statuses, RunDisplay display, bool verbose)
    {
        switch (item)
        {
            case StatusEvent status when statuses.IsWanted:
                if (status.Json.Length > 0) statuses.Write(status.Json.Span);
                else statuses.Write(System.Text.Encoding.UTF8.GetBytes(context.Runtime.ToJson(status.Status)));
                break;
            case ProgressEvent progress:
                display.Progress(progress);
                break;
            case NoticeEvent notice when verbose || notice.Level != NoticeLevel.Verbose:
                display.Notice(notice.Level, notice.Message);
                break;
        }
    }

    // The run is told, and decides whether it goes on; its events are read to their end in any case.
    private void Write(IPortfolioRun run, Action write)
    {
        if (_isUnheard) return;
        try
        {
            write();
        }
        catch (ConsoleException e)
        {
            run.ConsoleLost(e);
        }
        catch (IOException e) when (context.OutIsTerminal || context.ErrorIsTerminal)
        {
            _isUnheard = true;
            run.ConsoleLost(new ConsoleException("the terminal", e.Message, isClosedPipe: true, e));
        }
    }

    private void Close(RunSummary summary, string directory, StatusFormat format)
    {
        var totals = SummaryTables.Totals(summary);
        totals.Add("files", directory);
        totals.Add("ledger", summary.LedgerHash);
        Tables.Remark(totals, context);
        if (summary.Metrics.Trades > 0) Tables.Remark(SummaryTables.Split(summary.Metrics, "strategy"), context);
        if (format == StatusFormat.Picture) context.Error.WriteLine($"Open its report: axfl report {RunArgument.Word(summary.Run, directory, context)} --open");
    }
}
