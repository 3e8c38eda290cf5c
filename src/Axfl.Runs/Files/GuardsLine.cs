using System.Text.Json;
using Axfl.Contracts;

namespace Axfl.Runs.Files;

/// <summary>What a status says of news, parity and net positions: of each only where the plan has it.</summary>
internal sealed record GuardsLine(NewsLine? News, IReadOnlyDictionary<string, double>? Parity, IReadOnlyDictionary<string, double>? CurrencyNet)
{
    /// <summary>Factors of risk parity.</summary>
    public IReadOnlyList<ParityStatus>? Factors => Parity is null ? null : [.. Parity.Select(p => new ParityStatus(p.Key, p.Value))];

    /// <summary>Net positions.</summary>
    public IReadOnlyList<CurrencyNetStatus>? Net => CurrencyNet is null ? null : [.. CurrencyNet.Select(n => new CurrencyNetStatus(n.Key, Whole(n.Value)))];

    private static int Whole(double value) => value == Math.Floor(value) && Math.Abs(value) <= int.MaxValue ? (int)value : throw new JsonException($"{value} is not a whole number");
}

/// <summary>The next event.</summary>
internal sealed record NewsLine(DateTime? Next, string? Title, string[]? Currencies, bool Active)
{
    /// <summary>As a status has it.</summary>
    public NewsStatus ToStatus() => new(Next, Title, JsonReading.Items(JsonReading.Given(Currencies, "currencies")), Active);
}
