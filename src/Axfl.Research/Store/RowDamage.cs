using System.Text.Json;
using Axfl.Contracts;

namespace Axfl.Research.Store;

/// <summary>A row of a store that is not what was written: something else changed it. Says which table and whose row it is.</summary>
/// <param name="table">Name of the table.</param>
/// <param name="key">Key of the row.</param>
/// <param name="whose">Whose it is, for people: <c>trial 3 of sweep 'test'</c>.</param>
/// <param name="why">What is wrong with it.</param>
/// <param name="cause">What it was found by; null: by looking.</param>
internal sealed class RowDamage(string table, string key, string whose, string why, Exception? cause = null)
    : AxflException("StoreDamaged", ErrorKind.Output, $"The store is damaged: table {table}, {whose}: {why.TrimEnd('.')}.", cause)
{
    /// <summary>Name of the table.</summary>
    public string Table { get; } = table;

    /// <summary>Key of the row.</summary>
    public string Key { get; } = key;

    /// <summary>What is wrong, with table and row.</summary>
    public string Where { get; } = $"table {table}, {whose}: {why}";

    /// <summary>The same by another name of whose it is.</summary>
    public RowDamage Of(string other) => new(Table, Key, other, why, this);

    /// <summary>Makes something of what a row holds; what no row holds is damage.</summary>
    /// <param name="table">Name of the table.</param>
    /// <param name="key">Key of the row.</param>
    /// <param name="whose">Whose it is.</param>
    /// <param name="read">Makes it.</param>
    /// <exception cref="RowDamage">It is not what was written.</exception>
    public static T Guard<T>(string table, string key, string whose, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw new RowDamage(table, key, whose, e.Message, e);
        }
    }

    /// <summary>What cannot be null, held to that.</summary>
    /// <exception cref="FormatException">It is null.</exception>
    public static T Needed<T>(T? value, string name) where T : class => value ?? throw new FormatException($"it has no {name}");

    private static bool IsDamage(Exception e) =>
        e is JsonException or FormatException or InvalidCastException or OverflowException or IndexOutOfRangeException or ArgumentException or KeyNotFoundException
        || (e is InvalidOperationException and not ObjectDisposedException);
}
