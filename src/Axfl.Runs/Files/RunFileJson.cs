using System.Text.Json;
using System.Text.Json.Serialization;
using Axfl.Contracts;

namespace Axfl.Runs.Files;

/// <summary>What is read from the files of a run: records, whose own names in snake case are those of the members.</summary>
/// <remarks>
/// Reading alone is generated. What a run writes (statuses, decisions, halts, now.json, summary.json, journal) is written by hand: its numbers have decimals by
/// their kind, some lines are on the way of every bar, and the first use of a serializer costs as much time as a tenth of a short replay.
/// </remarks>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters = [typeof(FiniteNumber), typeof(Count), typeof(LongCount), typeof(IsoTimeText), typeof(DataBySymbol)])]
[JsonSerializable(typeof(Decision))]
[JsonSerializable(typeof(HaltLine))]
[JsonSerializable(typeof(StatusLine))]
[JsonSerializable(typeof(RunSummary))]
[JsonSerializable(typeof(PortfolioMetrics))]
[JsonSerializable(typeof(NowFile))]
[JsonSerializable(typeof(NowState))]
[JsonSerializable(typeof(LockFile))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, int>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, double?>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, BreakdownRow>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, JsonElement>))]
[JsonSerializable(typeof(SymbolCounts))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class RunFileJson : JsonSerializerContext;
