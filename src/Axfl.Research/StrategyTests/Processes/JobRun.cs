using System.Globalization;
using Axfl.Contracts;
using Axfl.Research.StrategyTests.Actions;

namespace Axfl.Research.StrategyTests.Processes;

/// <summary>Does a job, in the process that was started for it.</summary>
internal static class JobRun
{
    /// <summary>Does it and writes its result.</summary>
    /// <param name="folder">The job.</param>
    /// <param name="strategies">Strategies of assemblies, and the job's script.</param>
    public static void Do(JobFolder folder, Func<IReadOnlyList<string>, IReadOnlyList<StrategyDefinition>> strategies)
    {
        var job = folder.Read();
        if (job.Culture is { } culture) Live(CultureInfo.GetCultureInfo(culture));
        var definition = strategies(job.Assembly is { } file ? [file] : []).FirstOrDefault(d => d.Name == job.Strategy && d.Class?.FullName == job.Class)
            ?? throw new AxflException("StrategyNotFound", ErrorKind.Configuration, $"There is no strategy '{job.Strategy}' here.");
        var bars = JobFolder.ReadBars(job.Bars);
        for (var i = 0; i < bars.Length; i++) bars[i] = BarRange.Moved(bars[i], job.PriceShift, job.TimeShift);
        var setup = new StrategySetup(job.Instrument, new Interval(job.Minutes), job.Values.ToDictionary(v => v.Name, v => v.Value(), StringComparer.Ordinal));
        IReadOnlyList<StrategyAction> actions = [];
        var error = StrategyFault.Of(() => actions = StrategyFeed.Run(definition, setup, bars, CancellationToken.None));
        folder.Write(new([.. actions.Select(Written)], error, TimeZoneInfo.Local.Id, 0.5.ToString(CultureInfo.CurrentCulture)));
    }

    /// <summary>An action of a result.</summary>
    public static StrategyAction Read(JobAction a) => new(a.Time, (ActionKind)a.Kind, new((Side)a.Side, (EntryType)a.Type, a.Price, a.StopLoss, a.Target, a.Expiry, a.Tag));

    private static JobAction Written(StrategyAction a) =>
        new(a.Time, (int)a.Kind, (int)a.Order.Side, (int)a.Order.Type, a.Order.Price, a.Order.StopLoss, a.Order.Target, a.Order.Expiry, a.Order.Tag ?? "");

    private static void Live(CultureInfo culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = culture;
    }
}
