using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using System.Text;
using Axfl.Contracts;

namespace Axfl.PowerShell.Conversion;

/// <summary>
/// Makes objects of the module again of what is left of them after a job, a remote session, Export-Clixml, ConvertTo-Json or a CSV file: of the
/// properties, by their names or those of the files (<c>EntryTime</c>, <c>entry_time</c>). Nothing is guessed: what is missing or was cut is an error.
/// </summary>
public sealed class Rehydration : PSTypeConverter
{
    private static readonly ConcurrentDictionary<Type, Shape> Shapes = new();

    /// <inheritdoc/>
    public override bool CanConvertFrom(object sourceValue, Type destinationType) => IsOurs(destinationType) && IsBag(sourceValue);

    /// <inheritdoc/>
    public override object ConvertFrom(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase)
    {
        ArgumentNullException.ThrowIfNull(destinationType);
        return Make(PSObject.AsPSObject(sourceValue), destinationType);
    }

    /// <inheritdoc/>
    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    /// <inheritdoc/>
    public override object ConvertTo(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) => throw new NotSupportedException();

    private static bool IsOurs(Type type) => type.Namespace is { } space && space.StartsWith("Axfl.", StringComparison.Ordinal) && type.IsClass;

    private static bool IsBag(object? value) => value is PSObject item && (item.BaseObject is PSCustomObject || item.TypeNames.Any(n => n.StartsWith("Deserialized.", StringComparison.Ordinal)));

    private static object Make(PSObject source, Type type)
    {
        var shape = Shapes.GetOrAdd(type, static t => new Shape(t));
        var arguments = shape.Constructor.GetParameters().Select(p => Value(source, type, p.Name!, p.ParameterType, isRequired: !p.HasDefaultValue, p.DefaultValue)).ToArray();
        var made = shape.Constructor.Invoke(arguments);
        foreach (var property in shape.Properties)
        {
            var given = Find(source, property.Name);
            if (given is null && property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute))) throw Missing(source, type, property.Name);
            if (given is not null) property.SetValue(made, Convert(given.Value, property.PropertyType, type, property.Name));
        }

        return made;
    }

    private static object? Value(PSObject source, Type type, string name, Type wanted, bool isRequired, object? otherwise)
    {
        var given = Find(source, name);
        if (given is not null) return Convert(given.Value, wanted, type, name);
        return isRequired && !IsNullable(wanted) ? throw Missing(source, type, name) : otherwise is DBNull ? null : otherwise;
    }

    private static PSPropertyInfo? Find(PSObject source, string name) => source.Properties[name] ?? source.Properties[Snake(name)];

    private static object? Convert(object? value, Type wanted, Type owner, string name)
    {
        var plain = value is PSObject { BaseObject: not PSCustomObject } wrapped && !IsBag(wrapped) ? wrapped.BaseObject : value;
        var type = Nullable.GetUnderlyingType(wanted) ?? wanted;
        if (wanted.IsInstanceOfType(plain)) return plain;
        if (plain is null || (plain is string { Length: 0 } && type != typeof(string)))
            return IsNullable(wanted) ? null : throw Wrong(owner, name, "nothing", wanted);
        if (type == typeof(string)) return System.Convert.ToString(plain, CultureInfo.InvariantCulture);
        if (type == typeof(DateTime)) return Time(plain) ?? throw Wrong(owner, name, plain, wanted);
        if (type.IsPrimitive) return Number(plain, type) ?? throw Wrong(owner, name, plain, wanted);
        if (type.IsGenericType && type.GetGenericArguments() is [var key, var item] && key == typeof(string)) return Table(plain, item, owner, name);
        if (type.IsGenericType && type.GetGenericArguments() is [var element]) return List(plain, element, owner, name);
        if (IsOurs(type) && plain is PSObject part && IsBag(part)) return Make(part, type);
        throw Wrong(owner, name, plain, wanted);
    }

    private static Array List(object plain, Type element, Type owner, string name)
    {
        // A text instead of a list is what is left of one that was cut at a depth.
        if (plain is string) throw Wrong(owner, name, plain, element);
        var items = (plain is PSObject { BaseObject: IEnumerable inner } ? inner : plain as IEnumerable ?? new[] { plain }).Cast<object?>().ToArray();
        var made = Array.CreateInstance(element, items.Length);
        for (var i = 0; i < items.Length; i++) made.SetValue(Convert(items[i], element, owner, name), i);
        return made;
    }

    private static object Table(object plain, Type item, Type owner, string name)
    {
        var made = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), item))!;
        if ((plain is PSObject wrapped ? wrapped.BaseObject : plain) is IDictionary given)
        {
            foreach (DictionaryEntry entry in given) made.Add(System.Convert.ToString(entry.Key, CultureInfo.InvariantCulture)!, Convert(entry.Value, item, owner, name));
        }
        else if (plain is PSObject bag && IsBag(bag))
        {
            foreach (var property in bag.Properties) made.Add(property.Name, Convert(property.Value, item, owner, name));
        }
        else
        {
            throw Wrong(owner, name, plain, item);
        }

        return made;
    }

    private static object? Time(object value) => value switch
    {
        DateTime time => EventTime.ToDateTime(EventTime.FromDateTime(time)),
        DateTimeOffset time => time.UtcDateTime,
        string text when EventTime.TryParseIso(text, out var time) => EventTime.ToDateTime(time),
        // As Export-Csv writes a time, in the culture of its session.
        string text when DateTime.TryParseExact(text, "G", CultureInfo.CurrentCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) => time,
        _ => null,
    };

    private static object? Number(object value, Type type)
    {
        try
        {
            if (type == typeof(bool)) return value is bool yes ? yes : value is string word && bool.TryParse(word, out var read) ? read : null;
            if (value is string text)
                return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? System.Convert.ChangeType(number, type, CultureInfo.InvariantCulture) : null;
            return value is IConvertible ? System.Convert.ChangeType(value, type, CultureInfo.InvariantCulture) : null;
        }
        catch (Exception e) when (e is OverflowException or InvalidCastException or FormatException)
        {
            return null;
        }
    }

    private static bool IsNullable(Type type) => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;

    private static PSInvalidCastException Missing(PSObject source, Type type, string name) => new(
        $"This is not a {type.Name}: it has no {name} (or {Snake(name)}), only {string.Join(", ", source.Properties.Select(p => p.Name).Take(20))}.");

    private static PSInvalidCastException Wrong(Type owner, string name, object value, Type wanted) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"{owner.Name}.{name} is '{value}', not a {(Nullable.GetUnderlyingType(wanted) ?? wanted).Name}. Where objects were made into text at a depth, give a greater -Depth."));

    // The names of the files: EntryTime is entry_time, MaeR mae_r.
    private static string Snake(string name)
    {
        var snake = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i])) snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[i]));
        }

        return snake.ToString();
    }

    /// <summary>How a type is made: its public constructor with the most parameters, then what else can be set.</summary>
    private sealed class Shape
    {
        public Shape(Type type)
        {
            Constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
            var taken = Constructor.GetParameters().Select(p => p.Name!).ToHashSet(StringComparer.Ordinal);
            Properties = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod is not null && !taken.Contains(p.Name))];
        }

        public ConstructorInfo Constructor { get; }

        public PropertyInfo[] Properties { get; }
    }
}
