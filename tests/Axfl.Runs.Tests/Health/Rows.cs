using Axfl.Contracts;

namespace Axfl.Runs.Tests.Health;

/// <summary>What a test says of rows.</summary>
internal static class Rows
{
    /// <summary>The row of a check.</summary>
    public static HealthResult Of(this IReadOnlyList<HealthResult> rows, string check) => Assert.Single(rows, r => r.Check == check);

    /// <summary>It is as it should be, and asks for nothing.</summary>
    public static HealthResult IsOk(this HealthResult row)
    {
        Assert.True(row is { State: HealthStates.Ok, Remedy: null }, row.ToString());
        return row;
    }

    /// <summary>Somebody should know of it, with what was seen and what to do.</summary>
    public static HealthResult Warns(this HealthResult row, string seen, string remedy) => Says(row, HealthStates.Warning, seen, remedy);

    /// <summary>It must be put right, with the cause and the remedy.</summary>
    public static HealthResult Fails(this HealthResult row, string seen, string remedy) => Says(row, HealthStates.Failed, seen, remedy);

    /// <summary>What was seen has a text in it.</summary>
    public static HealthResult Seen(this HealthResult row, string text)
    {
        Assert.Contains(text, row.Seen, StringComparison.Ordinal);
        return row;
    }

    private static HealthResult Says(HealthResult row, string state, string seen, string remedy)
    {
        Assert.True(row.State == state, row.ToString());
        Assert.Contains(seen, row.Seen, StringComparison.Ordinal);
        Assert.Contains(remedy, row.Remedy, StringComparison.Ordinal);
        return row;
    }
}
