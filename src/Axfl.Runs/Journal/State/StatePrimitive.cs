namespace Axfl.Runs.Journal.State;

/// <summary>Numbers, texts and the like in a written state.</summary>
internal static class StatePrimitive
{
    /// <summary>Writes a value if it is one of these.</summary>
    public static bool Write(BinaryWriter output, object? value, Type declared)
    {
        if (declared == typeof(string))
        {
            output.Write(value is not null);
            if (value is not null) output.Write((string)value);
            return true;
        }

        if (StateConstant.Of(declared) is { } constant)
        {
            output.Write(constant.NameOf(value));
            return true;
        }

        if (!declared.IsValueType)
        {
            if (value is null || !(IsPrimitive(value.GetType()) || value is string)) return false;
            output.Write((byte)StateMark.Boxed);
            output.Write(StateType.Name(value.GetType()));
            return Write(output, value, value.GetType());
        }

        if (!IsPrimitive(declared)) return false;
        Plain(output, value!, declared);
        return true;
    }

    /// <summary>Reads a value if its type is one of these.</summary>
    public static bool Read(BinaryReader input, Type declared, out object? value)
    {
        value = null;
        if (declared == typeof(string))
        {
            if (input.ReadBoolean()) value = input.ReadString();
            return true;
        }

        if (StateConstant.Of(declared) is { } constant)
        {
            value = constant.Find(input.ReadString());
            return true;
        }

        if (!IsPrimitive(declared)) return false;
        value = Plain(input, declared);
        return true;
    }

    private static bool IsPrimitive(Type type) => type.IsPrimitive || type.IsEnum || type == typeof(decimal) || type == typeof(DateTime) || type == typeof(TimeSpan);

    private static void Plain(BinaryWriter output, object value, Type type)
    {
        if (type == typeof(DateTime)) output.Write(((DateTime)value).ToBinary());
        else if (type == typeof(TimeSpan)) output.Write(((TimeSpan)value).Ticks);
        else if (type == typeof(decimal)) output.Write((decimal)value);
        else if (type == typeof(double)) output.Write(BitConverter.DoubleToInt64Bits((double)value));
        else if (type == typeof(float)) output.Write(BitConverter.SingleToInt32Bits((float)value));
        else if (type == typeof(bool)) output.Write((bool)value);
        else if (type == typeof(char)) output.Write((ushort)(char)value);
        else if (type == typeof(ulong)) output.Write((ulong)value);
        else output.Write(Convert.ToInt64(value, null));
    }

    private static object Plain(BinaryReader input, Type type)
    {
        if (type == typeof(DateTime)) return DateTime.FromBinary(input.ReadInt64());
        if (type == typeof(TimeSpan)) return new TimeSpan(input.ReadInt64());
        if (type == typeof(decimal)) return input.ReadDecimal();
        if (type == typeof(double)) return BitConverter.Int64BitsToDouble(input.ReadInt64());
        if (type == typeof(float)) return BitConverter.Int32BitsToSingle(input.ReadInt32());
        if (type == typeof(bool)) return input.ReadBoolean();
        if (type == typeof(char)) return (char)input.ReadUInt16();
        if (type == typeof(ulong)) return input.ReadUInt64();
        var number = input.ReadInt64();
        return type.IsEnum ? Enum.ToObject(type, number) : Convert.ChangeType(number, type, null);
    }
}
