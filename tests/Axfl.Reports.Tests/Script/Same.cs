using System.Text.Json;

namespace Axfl.Reports.Tests.Script;

/// <summary>Numbers of the page beside those of the runtime.</summary>
internal static class Same
{
    /// <summary>Equal within 1e-9, or 1e-9 of their size; both undefined.</summary>
    public static void Number(double? expected, JsonElement actual, string what = "")
    {
        if (expected is not { } number)
        {
            Assert.True(actual.ValueKind == JsonValueKind.Null, $"{what}: {actual} instead of nothing");
            return;
        }

        Assert.True(actual.ValueKind == JsonValueKind.Number, $"{what}: {actual} instead of {number}");
        Assert.True(Math.Abs(number - actual.GetDouble()) <= 1e-9 * Math.Max(1, Math.Abs(number)), $"{what}: {actual} instead of {number}");
    }

    public static void Numbers(IReadOnlyList<double> expected, JsonElement actual, string what = "")
    {
        Assert.Equal(expected.Count, actual.GetArrayLength());
        for (var i = 0; i < expected.Count; i++) Number(expected[i], actual[i], $"{what}[{i}]");
    }
}
