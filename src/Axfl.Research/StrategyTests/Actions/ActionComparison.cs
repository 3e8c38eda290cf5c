using Axfl.Contracts;

namespace Axfl.Research.StrategyTests.Actions;

/// <summary>The first action in which two runs differ, and how many do.</summary>
/// <param name="Time">Open time of the bar, unix ms.</param>
/// <param name="Field">A field of the order, or <c>action</c>.</param>
/// <param name="Expected">The expected action; null: none.</param>
/// <param name="Found">What came; null: nothing.</param>
internal sealed record ActionDifference(long Time, string Field, StrategyAction? Expected, StrategyAction? Found)
{
    /// <summary>The first difference; null: there is none.</summary>
    /// <param name="expected">Actions in order.</param>
    /// <param name="found">Those compared with them, in order.</param>
    /// <param name="tolerance">Prices nearer than this are equal; 0: all bits count.</param>
    public static ActionDifference? First(IReadOnlyList<StrategyAction> expected, IReadOnlyList<StrategyAction> found, double tolerance = 0)
    {
        for (var i = 0; i < Math.Max(expected.Count, found.Count); i++)
        {
            if (i >= found.Count) return new(expected[i].Time, "action", expected[i], null);
            if (i >= expected.Count) return new(found[i].Time, "action", null, found[i]);
            if (expected[i].FieldThatDiffers(found[i], tolerance) is not { } field) continue;
            return expected[i].Time == found[i].Time ? new(expected[i].Time, field, expected[i], found[i])
                : expected[i].Time < found[i].Time ? new(expected[i].Time, field, expected[i], null)
                : new(found[i].Time, field, null, found[i]);
        }

        return null;
    }

    /// <summary>How many actions of either run have no equal in the other.</summary>
    public static int Count(IReadOnlyList<StrategyAction> expected, IReadOnlyList<StrategyAction> found, double tolerance = 0)
    {
        int i = 0, j = 0, differ = 0;
        while (i < expected.Count && j < found.Count)
        {
            if (expected[i].FieldThatDiffers(found[j], tolerance) is null) (i, j) = (i + 1, j + 1);
            else if (expected[i].Time < found[j].Time) (i, differ) = (i + 1, differ + 1);
            else if (found[j].Time < expected[i].Time) (j, differ) = (j + 1, differ + 1);
            else (i, j, differ) = (i + 1, j + 1, differ + 2);
        }

        return differ + (expected.Count - i) + (found.Count - j);
    }

    /// <summary>The difference as a report has it.</summary>
    public StrategyDifference Of(string check, string what, long? cut = null) => new(
        check, what, cut is { } c ? EventTime.ToDateTime(c) : null, EventTime.ToDateTime(Time), Field, Expected?.ToString() ?? "no action", Found?.ToString() ?? "no action");
}
