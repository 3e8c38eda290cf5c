using System.Management.Automation;
using Axfl.Contracts;

namespace Axfl.PowerShell.Arguments;

/// <summary>Takes a time in one form whatever the culture of the session: ISO text, [datetime] or [datetimeoffset]; without a zone it is UTC.</summary>
/// <remarks>PowerShell alone reads text in the session's calendar: 2025-01-06 is an error in ar-SA and the year 2646 in fa-IR.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TimeArgumentAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => Of(inputData is PSObject wrapped ? wrapped.BaseObject : inputData);

    /// <summary>The time a value is, UTC; null for null.</summary>
    /// <exception cref="ArgumentTransformationMetadataException">It is none.</exception>
    internal static DateTime? Of(object? value) => value switch
    {
        null => null,
        DateTime { Kind: DateTimeKind.Local } time => time.ToUniversalTime(),
        DateTime time => DateTime.SpecifyKind(time, DateTimeKind.Utc),
        DateTimeOffset time => time.UtcDateTime,
        string text when EventTime.TryParseWritten(text, out var time) => time,
        _ => throw new ArgumentTransformationMetadataException(
            $"'{value}' is not a time: write 2025-01-06, '2025-01-06 07:30' or 2025-01-06T07:30:00Z (without a zone it is UTC), or give a [datetime] or [datetimeoffset]."),
    };
}
