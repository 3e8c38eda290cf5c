using System.Data.Common;

namespace Axfl.Research.Store;

/// <summary>SQL with named parameters.</summary>
internal static class Sql
{
    /// <summary>A command; its parameters are <c>@p0</c>, <c>@p1</c> and so on.</summary>
    public static DbCommand Command(this DbConnection connection, DbTransaction? transaction, string text, params ReadOnlySpan<object?> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = FormattableString.Invariant($"@p{i}");
            parameter.Value = values[i] ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    /// <summary>Runs a command.</summary>
    /// <returns>Number of rows changed.</returns>
    public static int Execute(this DbConnection connection, DbTransaction? transaction, string text, params ReadOnlySpan<object?> values)
    {
        using var command = connection.Command(transaction, text, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>Reads rows.</summary>
    public static List<T> Query<T>(this DbConnection connection, DbTransaction? transaction, string text, Func<DbDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var command = connection.Command(transaction, text, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    /// <summary>Reads a whole number.</summary>
    public static long Number(this DbConnection connection, DbTransaction? transaction, string text, params ReadOnlySpan<object?> values)
    {
        using var command = connection.Command(transaction, text, values);
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>A text, null where it is NULL.</summary>
    public static string? TextOrNull(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    /// <summary>Places of parameters, <c>@p0, @p1</c>, for a list of values.</summary>
    public static string Places(int count) => string.Join(", ", Enumerable.Range(0, count).Select(static i => FormattableString.Invariant($"@p{i}")));
}
