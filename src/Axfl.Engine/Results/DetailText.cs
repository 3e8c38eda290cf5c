using System.Globalization;
using Axfl.Contracts;

namespace Axfl.Engine.Results;

/// <summary>Numbers and times as they stand in a decision's detail.</summary>
internal static class DetailText
{
    public static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>R that has reached a limit: <c>-5.12R &lt;= -5R</c>.</summary>
    public static string RAtMost(in DecisionRecord decision) => $"{R(decision.Left)} <= {Number(decision.Right, "0.####")}R";

    /// <summary>R that has reached a target: <c>1.52R &gt;= 1.5R</c>.</summary>
    public static string RAtLeast(in DecisionRecord decision) => $"{R(decision.Left)} >= {Number(decision.Right, "0.####")}R";

    /// <summary>A count that has reached its limit: <c>3 &gt;= 3</c>.</summary>
    public static string AtLeast(in DecisionRecord decision) => $"{Number(decision.Left, "0")} >= {Number(decision.Right, "0")}";

    // Sums of R that cancel out leave a rest of either sign.
    private static string R(double value) => Number(Math.Abs(value) < 0.005 ? 0 : value, "0.00") + "R";

    /// <summary>A time given in unix ms.</summary>
    public static string Time(double milliseconds) => EventTime.ToIso((long)milliseconds);
}
