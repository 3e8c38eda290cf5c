using Axfl.Contracts;
using Axfl.Engine.Results;

namespace Axfl.Runs.Recording;

/// <summary>A halt in words.</summary>
internal static class HaltNotice
{
    /// <summary>A warning when it begins, information when it ends.</summary>
    public static NoticeEvent Of(in HaltRecord halt) =>
        new(halt.Began ? NoticeLevel.Warning : NoticeLevel.Information, $"{EventTime.ToIso(halt.Time)} {halt.Description}");
}
