using System.Collections;
using System.Runtime.CompilerServices;

namespace Axfl.Runs.Journal.State;

/// <summary>Writes the state of objects down: the same state gives the same bytes. See <see cref="StateGraph"/> for what is state.</summary>
internal sealed class StateWriter : IDisposable
{
    private readonly MemoryStream _stream = new();
    private readonly BinaryWriter _out;
    private readonly Dictionary<object, int> _numbers = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Type> _types = [];

    private StateWriter(IEnumerable<object> plan)
    {
        _out = new BinaryWriter(_stream);
        foreach (var item in plan) _numbers.Add(item, _numbers.Count);
    }

    /// <summary>The state of objects.</summary>
    /// <param name="plan">Objects of the plan (<see cref="StateGraph.PlanObjects"/>).</param>
    /// <param name="roots">The objects.</param>
    /// <exception cref="NotSupportedException">Something is of a type that is not known: a fault of this program, which a test finds.</exception>
    public static byte[] Write(IEnumerable<object> plan, params object[] roots)
    {
        using var writer = new StateWriter(plan);
        foreach (var root in roots) writer.Value(root, root.GetType(), root.GetType().Name);
        writer._out.Flush();
        return writer._stream.ToArray();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _out.Dispose();
        _stream.Dispose();
    }

    private void Value(object? value, Type declared, string path)
    {
        if (Nullable.GetUnderlyingType(declared) is { } inner)
        {
            _out.Write(value is not null);
            if (value is null) return;
            declared = inner;
        }

        var type = value?.GetType() ?? declared;
        if (StatePrimitive.Write(_out, value, declared)) return;
        if (type.IsValueType && value is not null)
        {
            if (!declared.IsValueType)
            {
                _out.Write((byte)StateMark.Boxed);
                _out.Write(StateType.Name(type));
            }

            Struct(value, type, path);
            return;
        }

        if (value is null)
        {
            _out.Write((byte)StateMark.Null);
            return;
        }

        if (StateGraph.IsNoState(type))
        {
            _out.Write((byte)StateMark.NoState);
            return;
        }

        if (_numbers.TryGetValue(value, out var number))
        {
            _out.Write((byte)StateMark.Known);
            _out.Write7BitEncodedInt(number);
            return;
        }

        _numbers.Add(value, _numbers.Count);
        if (value is Array array) Items(array, StateMark.Array, array, type.GetElementType()!, path);
        else if (StateCollection.Of(type) is { } collection) Items(collection.Sorted(value), StateMark.Collection, value, collection.Item, path);
        else if (StateType.IsOurs(type)) Object(value, type, path);
        else throw new NotSupportedException($"{path} is a {type}: it is neither a value nor one of our objects. Mark its field [NotState] if it is none of the state.");
    }

    private void Items(IEnumerable items, StateMark mark, object owner, Type item, string path)
    {
        _out.Write((byte)mark);
        _out.Write(StateType.Name(mark == StateMark.Array ? item : owner.GetType()));
        _out.Write7BitEncodedInt(StateCollection.Count(owner));
        foreach (var value in items) Value(value, item, path + "[]");
    }

    private void Object(object value, Type type, string path)
    {
        _out.Write((byte)StateMark.Object);
        _out.Write(StateType.Name(type));
        Layout(type);
        foreach (var field in StateGraph.Fields(type)) Value(field.GetValue(value), field.FieldType, path + "." + field.Name);
    }

    private void Struct(object value, Type type, string path)
    {
        if (StateGraph.MemoryItem(type) is { } item)
        {
            var array = (Array)type.GetMethod("ToArray")!.Invoke(value, null)!;
            _out.Write7BitEncodedInt(array.Length);
            foreach (var element in array) Value(element, item, path + "[]");
            return;
        }

        var isPlain = StateType.IsOurs(type) || typeof(ITuple).IsAssignableFrom(type) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>));
        if (!isPlain) throw new NotSupportedException($"{path} is a {type}, a value that is not known here.");
        Layout(type);
        foreach (var field in StateGraph.Fields(type)) Value(field.GetValue(value), field.FieldType, path + "." + field.Name);
    }

    private void Layout(Type type)
    {
        if (_types.Add(type)) _out.Write(StateGraph.Layout(type));
    }
}
