using Axfl.Contracts;
using Axfl.Research.Keys;
using Axfl.Research.Store;

namespace Axfl.Research.Sweeps;

/// <summary>What the store keeps of a sweep, as canonical JSON: the keys of the sweep file, the effective plan that all trials start from, and all that their plans are read from.</summary>
/// <remarks>
/// Beside the keys of the file: <c>plan</c>, the effective plan as the plan hash has it; <c>order</c>, the names of the axes in file order; <c>points_hash</c>, of the file of
/// points; and <c>from</c>, where and from what it was read. What is in <c>from</c> alone makes no other sweep: the same sweep in another folder is the same.
/// </remarks>
internal static class SweepContent
{
    /// <summary>The member with where it was read.</summary>
    public const string From = SweepRow.From;

    /// <summary>The document.</summary>
    /// <param name="plan">The sweep.</param>
    /// <param name="since">First traded time, UTC.</param>
    public static string Json(SweepPlan plan, DateTime since) => CanonicalJson.Object(Members(plan).Append(new(From, CanonicalJson.Write(Read(plan, since)))));

    /// <summary>Hash of what decides the sweep.</summary>
    public static string Hash(SweepPlan plan) => Sha256.Of(CanonicalJson.Object(Members(plan)));

    /// <summary>The parameters of a trial as an object of JSON, in the order of the axes.</summary>
    public static string Parameters(TrialPlan trial) =>
        "{" + string.Join(',', trial.Values.Select(v => CanonicalJson.Write(v.Override.Key) + ":" + v.Json)) + "}";

    private static IEnumerable<KeyValuePair<string, string>> Members(SweepPlan plan)
    {
        var sweep = plan.Sweep;
        foreach (var (key, value) in sweep.Content) yield return new(key, CanonicalJson.Write(value));
        yield return new("plan", new PlanHash().Json(plan.Template.Plan));
        yield return new("order", CanonicalJson.Write(sweep.Axes.Select(a => a.Name)));
        if (sweep.PointsHash is { } hash) yield return new("points_hash", CanonicalJson.Write(hash));
    }

    private static KeyValuePair<string, object?>[] Read(SweepPlan plan, DateTime since)
    {
        var text = plan.Template.Text;
        return
        [
            new("path", plan.Sweep.Path), new("profile", plan.Sweep.Profile), new("set", plan.Request.Set), new("data", plan.Request.DataPath), new("since", Iso(since)),
            new("until", plan.Request.Until is { } until ? Iso(until) : null), new("allow_rejected", plan.Request.AllowRejected), new("needs", plan.Needs.Members()),
            new("sessions", new KeyValuePair<string, object?>[]
            {
                new("path", text.Path), new("folder", text.Folder), new("text", text.Text), new("instruments", text.Instruments), new("tuned", text.Tuned),
                new("calendars", text.Calendars.Select(c => new KeyValuePair<string, object?>(c.Key, c.Value))),
            }),
        ];
    }

    private static string Iso(DateTime time) => EventTime.ToIso(EventTime.FromDateTime(time));
}
