using Mono.Cecil;

namespace Axfl.Rooms;

/// <summary>The types that a type's compiled code names: bases, members, signatures, attributes, locals and instructions.</summary>
internal static class TypeUse
{
    public static IEnumerable<TypeReference> Of(TypeDefinition type) => Direct(type).SelectMany(Parts);

    private static IEnumerable<TypeReference?> Direct(TypeDefinition type)
    {
        yield return type.BaseType;
        foreach (var used in type.Interfaces) yield return used.InterfaceType;
        foreach (var used in Generics(type)) yield return used;
        foreach (var used in Attributes(type)) yield return used;
        foreach (var field in type.Fields)
        {
            yield return field.FieldType;
            foreach (var used in Attributes(field)) yield return used;
        }

        foreach (var property in type.Properties)
        {
            yield return property.PropertyType;
            foreach (var used in Attributes(property)) yield return used;
        }

        foreach (var used in type.Events) yield return used.EventType;
        foreach (var used in type.Methods.SelectMany(Method)) yield return used;
    }

    private static IEnumerable<TypeReference?> Method(MethodDefinition method)
    {
        foreach (var used in Signature(method)) yield return used;
        foreach (var used in Generics(method)) yield return used;
        foreach (var used in Attributes(method)) yield return used;
        foreach (var used in method.Parameters.SelectMany(Attributes)) yield return used;
        if (!method.HasBody) yield break;
        foreach (var local in method.Body.Variables) yield return local.VariableType;
        foreach (var handler in method.Body.ExceptionHandlers) yield return handler.CatchType;
        foreach (var instruction in method.Body.Instructions)
        {
            if (instruction.Operand is TypeReference type) yield return type;
            else if (instruction.Operand is FieldReference field)
            {
                yield return field.DeclaringType;
                yield return field.FieldType;
            }
            else if (instruction.Operand is MethodReference called)
            {
                yield return called.DeclaringType;
                foreach (var used in Signature(called)) yield return used;
                if (called is GenericInstanceMethod generic)
                    foreach (var argument in generic.GenericArguments) yield return argument;
            }
        }
    }

    private static IEnumerable<TypeReference> Signature(MethodReference method) => method.Parameters.Select(p => p.ParameterType).Append(method.ReturnType);

    private static IEnumerable<TypeReference> Generics(IGenericParameterProvider provider) =>
        provider.GenericParameters.SelectMany(p => p.Constraints.Select(c => c.ConstraintType));

    private static IEnumerable<TypeReference> Attributes(ICustomAttributeProvider provider) => provider.CustomAttributes.SelectMany(a =>
        a.ConstructorArguments.Concat(a.Properties.Select(p => p.Argument)).SelectMany(Values).Append(a.AttributeType));

    private static IEnumerable<TypeReference> Values(CustomAttributeArgument argument) => argument.Value switch
    {
        TypeReference type => [type, argument.Type],
        CustomAttributeArgument[] several => several.SelectMany(Values).Append(argument.Type),
        _ => [argument.Type],
    };

    // A closed generic, an array or a reference names the types inside it.
    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Concat(Parts(generic.ElementType)),
        IModifierType modified => Parts(modified.ElementType).Concat(Parts(modified.ModifierType)),
        TypeSpecification inside => Parts(inside.ElementType),
        _ => [Outermost(type)],
    };

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
