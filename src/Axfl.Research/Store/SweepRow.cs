using System.Text.Json;
using Axfl.Research.Keys;

namespace Axfl.Research.Store;

/// <summary>A sweep.</summary>
/// <param name="Name">Its name: letters, digits, - and _.</param>
/// <param name="Dataset">Key of the bars it runs on.</param>
/// <param name="Definition">The sweep file as canonical JSON, its keys as in the file.</param>
/// <param name="DefinitionHash">Lower-case hex SHA-256 of that without its member <c>from</c>: where it was read makes no other sweep.</param>
/// <param name="Version">Version of Axfl that made it.</param>
/// <param name="MadeAt">When, UTC.</param>
internal sealed record SweepRow(string Name, string Dataset, string Definition, string DefinitionHash, string Version, DateTime MadeAt)
{
    /// <summary>The member of the definition with where it was read.</summary>
    public const string From = "from";

    /// <summary>When its holdout was opened, UTC; null: it was not.</summary>
    public DateTime? HoldoutOpenedAt { get; init; }

    /// <summary>For how many trials it was opened.</summary>
    public int HoldoutTrials { get; init; }

    /// <summary>The hash of a definition.</summary>
    public static string HashOf(JsonElement definition) =>
        Sha256.Of(CanonicalJson.Object(definition.EnumerateObject().Where(static m => m.Name != From).Select(static m => KeyValuePair.Create(m.Name, m.Value.GetRawText()))));

    /// <summary>Its definition.</summary>
    /// <exception cref="RowDamage">It is no object of JSON, or not the one whose hash is beside it.</exception>
    public JsonDocument Document() => RowDamage.Guard("sweep", Name, $"sweep '{Name}'", () =>
    {
        var document = JsonDocument.Parse(Definition);
        return document.RootElement.ValueKind == JsonValueKind.Object && HashOf(document.RootElement) == DefinitionHash ? document
            : throw new FormatException("its definition is not the one whose hash is beside it");
    });
}

/// <summary>A trial of a sweep as it was planned.</summary>
/// <param name="Number">Its number in the sweep.</param>
/// <param name="Key">Trial key.</param>
/// <param name="Parameters">Values of the axes, an object of JSON in the order of the axes.</param>
internal sealed record PlannedTrial(int Number, string Key, string Parameters);

/// <summary>A trial of a sweep with what is known of it.</summary>
/// <param name="Number">Its number in the sweep.</param>
/// <param name="Key">Trial key.</param>
/// <param name="Parameters">Values of the axes, as JSON.</param>
/// <param name="Row">What came of it; null: not done yet. Without its days and trades.</param>
internal sealed record StoredTrial(int Number, string Key, string Parameters, TrialRow? Row);

/// <summary>Two results for one key.</summary>
/// <param name="At">When the second came, UTC.</param>
/// <param name="Trial">Trial key.</param>
/// <param name="KeptHash">Ledger hash of the first, which is kept; null: it failed.</param>
/// <param name="OtherHash">That of the second; null: it failed.</param>
/// <param name="Worker">Who brought the second.</param>
/// <param name="Version">Its version, and that of its time zone data.</param>
internal sealed record AlarmRow(DateTime At, string Trial, string? KeptHash, string? OtherHash, string Worker, string Version);

/// <summary>How far a sweep is.</summary>
/// <param name="Sweep">The sweep.</param>
/// <param name="Dataset">Its bars.</param>
/// <param name="Trials">Trials it has.</param>
/// <param name="Done">Trials done.</param>
/// <param name="Failed">Trials failed.</param>
/// <param name="FirstAt">When the first of its rows came, UTC.</param>
/// <param name="LastAt">When the last came.</param>
/// <param name="WallMs">What its rows took together, milliseconds.</param>
/// <param name="Plans">Distinct plans of its rows on these bars.</param>
internal sealed record SweepState(SweepRow Sweep, DatasetRow Dataset, int Trials, int Done, int Failed, DateTime? FirstAt, DateTime? LastAt, double WallMs, int Plans);
