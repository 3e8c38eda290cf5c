using Axfl.Contracts;
using Axfl.Engine.Results;
using Axfl.Runs.Events;

namespace Axfl.Runs.Recording;

/// <summary>A halt for people.</summary>
internal static class HaltNotice
{
    /// <summary>A warning when it begins, information when it ends; verbose when it is one of many.</summary>
    public static HaltChanged Of(in HaltRecord halt, bool isOneOfMany = false) => new(
        halt.Time, halt.Kind.Name, halt.Began, halt.Strategy, halt.Description,
        isOneOfMany ? NoticeLevel.Verbose : halt.Began ? NoticeLevel.Warning : NoticeLevel.Information);
}
