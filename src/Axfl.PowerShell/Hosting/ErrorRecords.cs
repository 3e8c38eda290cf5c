using System.Management.Automation;
using Axfl.Contracts;

namespace Axfl.PowerShell;

/// <summary>Errors as PowerShell's error records: id, category, target, recommended action.</summary>
internal static class ErrorRecords
{
    /// <summary>The record of an error.</summary>
    public static ErrorRecord Of(AxflException error)
    {
        var record = new ErrorRecord(error, error.ErrorId, Category(error), error.Target);
        if (error.RecommendedAction is { } action) record.ErrorDetails = new ErrorDetails(error.Message) { RecommendedAction = action };
        return record;
    }

    /// <summary>The record of one problem of a sessions file.</summary>
    public static ErrorRecord Of(ConfigurationProblem problem) =>
        new(new AxflException("SessionsFileInvalid", ErrorKind.Configuration, problem.ToString()), "SessionsFileInvalid", ErrorCategory.InvalidData, problem);

    private static ErrorCategory Category(AxflException error) => error.ErrorId.EndsWith("NotFound", StringComparison.Ordinal)
        ? ErrorCategory.ObjectNotFound
        : error.Kind switch
        {
            ErrorKind.Configuration => ErrorCategory.InvalidArgument,
            ErrorKind.Data => ErrorCategory.InvalidData,
            ErrorKind.Output => ErrorCategory.WriteError,
            _ => ErrorCategory.ConnectionError,
        };
}
