using Axfl.Configuration;
using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Engine.Plan;
using Axfl.Engine.Sessions;
using Axfl.Research.StrategyTests.Actions;
using Axfl.Runs.Backtest;

namespace Axfl.Research.StrategyTests;

/// <summary>What is tested: one slot of a plan, on its bars.</summary>
/// <param name="Case">The strategy and its bars.</param>
/// <param name="Until">End of the period, unix ms, exclusive.</param>
/// <param name="WarmupDays">Weekdays of warm-up of the plan.</param>
/// <param name="Data">Name of the source.</param>
internal sealed record StrategySubject(StrategyCase Case, long Until, int WarmupDays, string Data)
{
    private const int LongestWarmup = 40;
    private const string DefaultSymbol = "EURUSD";

    /// <summary>Loads it.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="strategies">Strategies there are.</param>
    /// <param name="folder">Folder for a sessions file where none is given.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="AxflException">Strategy, symbol, plan, period or data are wrong.</exception>
    public static StrategySubject Load(StrategyTestRequest request, IReadOnlyList<StrategyDefinition> strategies, string folder, CancellationToken cancellation)
    {
        var known = strategies.FirstOrDefault(s => s.Name == request.Strategy) ?? throw new AxflException(
            "StrategyNotFound", ErrorKind.Configuration,
            $"There is no strategy '{request.Strategy}'. There are: {string.Join(", ", strategies.Select(s => s.Name))}.{Suggestion.Ask(request.Strategy, strategies.Select(s => s.Name))}")
        { Target = request.Strategy };
        if (request.Cuts is < 1 or > 10_000)
            throw new AxflException("CutsOutOfRange", ErrorKind.Configuration, $"{Spelling.Of("Cuts")} is {request.Cuts}: give a number from 1 to 10000.");
        var run = request.Run with { SessionsPath = request.Run.SessionsPath ?? SessionsOf(request, known, folder) };
        if (request.Run.SessionsPath is null) run = run with { Profile = "portfolio" };
        else if (request.Interval is { } interval) run = run with { Set = [.. run.Set, $"interval={interval}"] };
        var plan = SessionsLoader.Load(run, strategies);
        var (symbol, slot) = SlotOf(plan, known, request.Symbol);
        return Read(run, plan, symbol, slot, cancellation);
    }

    // A plan of this strategy on this symbol alone, all day, with the account in the symbol's own currency.
    private static string SessionsOf(StrategyTestRequest request, StrategyDefinition strategy, string folder)
    {
        var symbol = request.Symbol ?? DefaultSymbol;
        var path = Path.Combine(folder, "sessions.yaml");
        File.WriteAllText(path, $$"""
            portfolio:
              symbols: ["{{symbol.Replace("\"", "", StringComparison.Ordinal)}}"]
              interval: {{request.Interval ?? new Interval(5)}}
              {{(symbol.Length == 6 && symbol.All(char.IsAsciiLetterUpper) ? "account: {currency: " + symbol[3..] + "}" : "")}}
              strategies:
                - name: {{strategy.Name}}
                  windows: [{start: "00:00", end: "24:00"}]
            """);
        return path;
    }

    private static (int Symbol, SlotPlan Slot) SlotOf(RunPlan plan, StrategyDefinition strategy, string? symbol)
    {
        var symbols = plan.Engine.Symbols;
        for (var i = 0; i < symbols.Count; i++)
        {
            if (symbol is not null && symbols[i].Instrument.Symbol != symbol) continue;
            if (symbols[i].Slots.FirstOrDefault(s => s.Definition.Name == strategy.Name) is { } slot) return (i, slot);
        }

        var traded = symbols.Where(s => s.Slots.Any(x => x.Definition.Name == strategy.Name)).Select(s => s.Instrument.Symbol).ToArray();
        throw new AxflException("StrategyNotInPlan", ErrorKind.Configuration, traded.Length == 0
            ? $"The profile '{plan.Profile}' of {plan.SessionsPath} does not trade the strategy '{strategy.Name}': name another profile, or omit {Spelling.Of("Path")}."
            : $"The profile '{plan.Profile}' does not trade '{strategy.Name}' on {symbol}, but on {string.Join(", ", traded)}.")
        { Target = strategy.Name };
    }

    private static StrategySubject Read(RunRequest run, RunPlan plan, int symbol, SlotPlan slot, CancellationToken cancellation)
    {
        // All that the data have before the period is warm-up to compare with; what is simulated has no beginning of its own.
        var since = run.Since is { } given ? EventTime.FromDateTime(given) : (long?)null;
        var one = plan with { Engine = plan.Engine with { Symbols = [plan.Engine.Symbols[symbol]], Intrabar = IntrabarPolicy.Worst }, WarmupDays = 0 };
        var from = since is { } s && plan.Source is not "csv" && !plan.IsDataGiven ? EventTime.ToDateTime(Warmup.Start(s, LongestWarmup + 1)) : (DateTime?)null;
        var loaded = LoadedBars.Read(run with { Since = from }, one, null, cancellation);
        Bar[] all = loaded.Bars[0].Bars.ToArray();
        var start = since ?? DefaultSince(all);
        if (start > all[^1].Time) throw new AxflException("NoBars", ErrorKind.Data, $"There are no bars of {plan.Engine.Symbols[symbol].Instrument.Symbol} from {EventTime.ToIso(start)} on: the data end at {EventTime.ToIso(all[^1].Time)}.");
        var warm = Warmup.Start(start, plan.WarmupDays);
        var first = Array.FindIndex(all, b => b.Time >= warm);
        var setup = new StrategySetup(plan.Engine.Symbols[symbol].Instrument, plan.Engine.Interval, slot.Values);
        return new(new(slot.Definition, setup, all, first, start), all[^1].Time + plan.Engine.Interval.Milliseconds, plan.WarmupDays, loaded.Source);
    }

    // The first midnight after a quarter of the bars, or after 40 weekdays where that is earlier: what is before it is there for the warm-up check.
    private static long DefaultSince(Bar[] all)
    {
        var quarter = all[all.Length / 4].Time;
        var weeks = all[0].Time + LongestWarmup / 5 * 7 * EventTime.Day;
        var early = Math.Min(quarter, weeks);
        return early - early % EventTime.Day + EventTime.Day <= all[^1].Time ? early - early % EventTime.Day + EventTime.Day : all[0].Time;
    }
}
