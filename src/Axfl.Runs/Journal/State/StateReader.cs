using System.Runtime.CompilerServices;

namespace Axfl.Runs.Journal.State;

/// <summary>Brings objects, made anew from the plan, into a state that <see cref="StateWriter"/> wrote down.</summary>
internal sealed class StateReader : IDisposable
{
    private readonly BinaryReader _in;
    private readonly List<object> _objects;
    private readonly HashSet<Type> _types = [];

    private StateReader(byte[] state, IEnumerable<object> plan)
    {
        _in = new BinaryReader(new MemoryStream(state));
        _objects = [.. plan];
    }

    /// <summary>Restores the state of objects in place.</summary>
    /// <param name="state">The bytes.</param>
    /// <param name="plan">Objects of the plan, as when it was written.</param>
    /// <param name="roots">The objects.</param>
    /// <exception cref="InvalidDataException">The state is of another format.</exception>
    public static void Read(byte[] state, IEnumerable<object> plan, params object[] roots)
    {
        using var reader = new StateReader(state, plan);
        try
        {
            foreach (var root in roots)
            {
                if (!ReferenceEquals(reader.Value(root, root.GetType()), root)) throw new InvalidDataException("it begins with another object");
            }
        }
        catch (Exception e) when (e is EndOfStreamException or ArgumentException or InvalidCastException or FormatException or MemberAccessException or OverflowException)
        {
            throw new InvalidDataException(e.Message, e);
        }

        if (reader._in.BaseStream.Position != state.Length) throw new InvalidDataException("it is longer than the state");
    }

    /// <inheritdoc/>
    public void Dispose() => _in.Dispose();

    private object? Value(object? present, Type declared)
    {
        if (Nullable.GetUnderlyingType(declared) is { } inner)
        {
            if (!_in.ReadBoolean()) return null;
            declared = inner;
        }

        if (StatePrimitive.Read(_in, declared, out var primitive)) return primitive;
        if (declared.IsValueType) return Struct(declared);
        var mark = (StateMark)_in.ReadByte();
        switch (mark)
        {
            case StateMark.Null: return null;
            case StateMark.NoState: return present;
            case StateMark.Known:
                var number = _in.Read7BitEncodedInt();
                return number < _objects.Count ? _objects[number] : throw new InvalidDataException($"it has no object {number}");
            case StateMark.Boxed: return Boxed();
            case StateMark.Array: return Array(present as Array);
            case StateMark.Collection: return Collection(present);
            case StateMark.Object: return Object(present);
            default: throw new InvalidDataException($"it has an unknown mark {mark}");
        }
    }

    private object? Boxed() => Value(null, StateType.Find(_in.ReadString()));

    private Array Array(Array? present)
    {
        var item = StateType.Find(_in.ReadString());
        var count = Count();
        var array = present is not null && present.Length == count && present.GetType().GetElementType() == item ? present : System.Array.CreateInstance(item, count);
        _objects.Add(array);
        for (var i = 0; i < count; i++) array.SetValue(Value(array.GetValue(i), item), i);
        return array;
    }

    private object Collection(object? present)
    {
        var type = StateType.Find(_in.ReadString());
        var collection = StateCollection.Of(type) ?? throw new InvalidDataException($"it has a {type}");
        var owner = present?.GetType() == type ? present : Activator.CreateInstance(type)!;
        _objects.Add(owner);
        var items = new object?[Count()];
        for (var i = 0; i < items.Length; i++) items[i] = Value(null, collection.Item);
        StateCollection.Fill(owner, items);
        return owner;
    }

    private object Object(object? present)
    {
        var type = StateType.Find(_in.ReadString());
        var value = present?.GetType() == type ? present : RuntimeHelpers.GetUninitializedObject(type);
        _objects.Add(value);
        Layout(type);
        foreach (var field in StateGraph.Fields(type)) field.SetValue(value, Value(field.GetValue(value), field.FieldType));
        return value;
    }

    private object Struct(Type type)
    {
        if (StateGraph.MemoryItem(type) is { } item)
        {
            var array = System.Array.CreateInstance(item, Count());
            for (var i = 0; i < array.Length; i++) array.SetValue(Value(null, item), i);
            return Activator.CreateInstance(type, array)!;
        }

        Layout(type);
        var value = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var field in StateGraph.Fields(type)) field.SetValue(value, Value(field.GetValue(value), field.FieldType));
        return value;
    }

    private int Count()
    {
        var count = _in.Read7BitEncodedInt();
        return count >= 0 && count <= _in.BaseStream.Length ? count : throw new InvalidDataException($"it counts {count}");
    }

    private void Layout(Type type)
    {
        if (_types.Add(type) && _in.ReadUInt64() != StateGraph.Layout(type)) throw new InvalidDataException($"its {type.Name} has other fields");
    }
}
