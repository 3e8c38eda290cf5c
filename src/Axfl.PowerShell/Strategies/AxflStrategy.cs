using System.Globalization;
using Axfl.Contracts;

namespace Axfl.PowerShell.Strategies;

/// <summary>A strategy for people and pipes: what Get-AxflStrategy gives.</summary>
/// <param name="Name">Name used in sessions files.</param>
/// <param name="Summary">One line of help.</param>
/// <param name="Source">built in, an assembly's name, or script.</param>
/// <param name="Parameters">Its parameters, shared ones last.</param>
public sealed record AxflStrategy(string Name, string Summary, string Source, IReadOnlyList<AxflStrategyParameter> Parameters)
{
    internal static AxflStrategy From(StrategyDefinition definition) => new(
        definition.Name, definition.Summary, definition.Source, [.. definition.Parameters.Select(p => AxflStrategyParameter.From(definition.Name, p))]);
}

/// <summary>One parameter of a strategy.</summary>
/// <param name="Strategy">Strategy it belongs to.</param>
/// <param name="Name">Key in sessions files, snake_case.</param>
/// <param name="Type">number, integer, boolean, text, time of day or free.</param>
/// <param name="Nullable">Whether null is allowed (it switches the limit off).</param>
/// <param name="Unit">Unit of the value.</param>
/// <param name="Min">Least value, or null.</param>
/// <param name="Max">Maximum value, or null.</param>
/// <param name="Default">Value when nothing sets it.</param>
/// <param name="Help">One line.</param>
public sealed record AxflStrategyParameter(
    string Strategy, string Name, string Type, bool Nullable, string Unit, double? Min, double? Max, object? Default, string Help)
{
    internal static AxflStrategyParameter From(string strategy, StrategyParameterInfo info) => new(
        strategy, info.Name, NameOf(info.Type), info.Nullable, info.Unit, info.Min, info.Max, Plain(info.Default), info.Help);

    private static string NameOf(Type type) =>
        type == typeof(double) ? "number" : type == typeof(int) ? "integer" : type == typeof(bool) ? "boolean"
        : type == typeof(string) ? "text" : type == typeof(TimeOfDay) ? "time of day" : "free";

    // Free forms become text: the default depth of ConvertTo-Json must lose nothing.
    private static object? Plain(object? value) => value switch
    {
        null or string or bool or int or double => value,
        TimeOfDay time => time.ToString(),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
