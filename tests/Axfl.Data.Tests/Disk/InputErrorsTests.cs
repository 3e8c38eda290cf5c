using Axfl.Contracts;
using Axfl.Data.Disk;

namespace Axfl.Data.Tests.Disk;

/// <summary>The one guard of reading.</summary>
public sealed class InputErrorsTests
{
    public static TheoryData<Exception, string> Causes => new()
    {
        { new UnauthorizedAccessException("Access denied"), "may not be read by this user" },
        { new FileNotFoundException("gone"), "does not exist" },
        { new DirectoryNotFoundException("gone"), "does not exist" },
        { new IOException("Too many open files"), "ulimit -n" },
        { new IOException("Input/output error"), "Input/output error. Check that it is whole" },
        { new InvalidDataException("damaged"), "damaged. Check" },
    };

    [Theory]
    [MemberData(nameof(Causes))]
    public void A_file_that_cannot_be_read_is_an_error_of_data_that_names_it(Exception cause, string expected)
    {
        var error = Assert.Throws<AxflException>(() => InputErrors.Guard<int>("/data/EURUSD.csv", () => throw cause));
        Assert.Equal(("FileUnreadable", ErrorKind.Data, "/data/EURUSD.csv"), (error.ErrorId, error.Kind, error.Target));
        Assert.StartsWith("/data/EURUSD.csv ", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Same(cause, error.InnerException);
    }

    [Fact]
    public void A_fault_of_the_program_is_not_hidden() =>
        Assert.Throws<InvalidOperationException>(() => InputErrors.Guard<int>("x", () => throw new InvalidOperationException()));
}
