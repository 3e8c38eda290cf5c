using System.Collections.Concurrent;
using Axfl.Configuration.Keys;
using Axfl.Configuration.Plan;
using Axfl.Configuration.Yaml;

namespace Axfl.Research.Keys;

/// <summary>Hashes of effective plans: equal for plans that give the same results over the same bars.</summary>
/// <remarks>Left out, and nothing else: the profile's name, where the bars are, when statuses are written, and who is told of a run; news calendars are in it by the SHA-256 of their content. Pieces that plans share are made once; any number of threads may ask.</remarks>
internal sealed class PlanHash
{
    private const int MostPieces = 65_536;

    private static readonly string[] LeftOut = ["data_dir", "source", "venue", "status_every_s", "status_every_bars", "alerts"];

    private readonly ConcurrentDictionary<PlanPiece, string> _pieces = new();

    /// <summary>Lower-case hex SHA-256 of the plan as canonical JSON.</summary>
    public string Of(RunPlan plan) => Sha256.Of(Json(plan));

    /// <summary>The plan as canonical JSON.</summary>
    public string Json(RunPlan plan)
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        // A calendar is what it says, wherever it lies.
        plan = plan with { NewsFiles = plan.NewsFiles with { Files = [.. plan.NewsFiles.Files.Select(static f => f with { Path = f.Hash })] } };
        foreach (var piece in PlanYaml.Pieces(plan))
        {
            if (LeftOut.Contains(piece.Key)) continue;
            var json = Json(piece);
            members[piece.Key] = !piece.IsItem ? json : members.TryGetValue(piece.Key, out var before) ? before[..^1] + "," + json + "]" : "[" + json + "]";
        }

        return CanonicalJson.Object(members);
    }

    private string Json(PlanPiece piece)
    {
        // Plans without end have pieces without end: then they are made anew.
        if (_pieces.Count > MostPieces) _pieces.Clear();
        return _pieces.GetOrAdd(piece, Parse);
    }

    private static string Parse(PlanPiece piece)
    {
        var log = new ProblemLog();
        var node = YamlTree.Parse(piece.Yaml, "plan", log);
        return node switch
        {
            MapNode { Entries: [var entry] } when !piece.IsItem => CanonicalJson.Write(NodeText.Value(entry.Value)),
            ListNode { Items: [var item] } when piece.IsItem => CanonicalJson.Write(NodeText.Value(item)),
            _ => throw new InvalidOperationException($"The plan's {piece.Key} cannot be read back: {string.Join(' ', log.InFileOrder)}"),
        };
    }
}
