using System.Globalization;
using Axfl.Benchmarks;
using BenchmarkDotNet.Running;

// live-load [SECONDS]: sustained load of a live run. live-watched AXFL [SECONDS]: a live run with and without pages of
// the dashboard of the published program in the folder AXFL. live-alerts [SECONDS]: a live run without alerts and with six
// channels that hang. live-days [DAYS]: its memory over days of event time. journal-resume [LINES]: time to resume
// from a long journal. backtests [PLANS]: many plans over one year in one process. Anything else goes to BenchmarkDotNet.
switch (args)
{
    case ["live-load", .. var rest]:
        await LiveLoad.Run(Number(rest, 300));
        break;
    case ["live-watched", var axfl, .. var rest]:
        await LiveWatched.Run(axfl, Number(rest, 180));
        break;
    case ["live-alerts", .. var rest]:
        await LiveAlerts.Run(Number(rest, 180));
        break;
    case ["live-days", .. var rest]:
        LiveDays.Run(Number(rest, 10));
        break;
    case ["journal-resume", .. var rest]:
        JournalResume.Run(Number(rest, 10_000_000));
        break;
    case ["trials", .. var rest]:
        Trials.Run(Number(rest, 500));
        break;
    case ["backtests", .. var rest]:
        Backtests.Run(Number(rest, 10_000));
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}

static int Number(string[] rest, int fallback) => rest is [var text] ? int.Parse(text, CultureInfo.InvariantCulture) : fallback;
