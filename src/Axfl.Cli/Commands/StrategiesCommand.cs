using System.CommandLine;
using System.Globalization;
using Axfl.Cli.Hosting;
using Axfl.Cli.Output;
using Axfl.Contracts;

namespace Axfl.Cli.Commands;

/// <summary><c>axfl strategies</c>: the catalogue, or the parameters of one strategy.</summary>
internal static class StrategiesCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CommandContext context)
    {
        var name = new Argument<string?>("NAME") { Description = "Strategy whose parameters to show.", Arity = ArgumentArity.ZeroOrOne };
        var assembly = StrategyAssemblyOption.Create();
        var command = new Command("strategies", "Lists the strategies, or the parameters of one.") { name, assembly };
        command.SetAction(result =>
        {
            var all = context.Runtime.GetStrategies(result.AssembliesOf(assembly, context), []);
            Tables.Result(result.GetValue(name) is { } wanted ? Parameters(Find(all, wanted)) : Catalogue(all), context);
        });
        return command;
    }

    private static StrategyDefinition Find(IReadOnlyList<StrategyDefinition> all, string name) =>
        all.FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new AxflException(
            "StrategyNotFound", ErrorKind.Configuration, $"There is no strategy '{name}'. There are: {string.Join(", ", all.Select(s => s.Name))}.");

    private static TextTable Catalogue(IReadOnlyList<StrategyDefinition> all)
    {
        var table = new TextTable("", "strategy", "summary", "source");
        foreach (var strategy in all) table.Add(strategy.Name, strategy.Summary, strategy.Source);
        return table;
    }

    private static TextTable Parameters(StrategyDefinition strategy)
    {
        var table = new TextTable($"{strategy.Name}: {strategy.Summary}", "parameter", ">default", "unit", "range", "meaning");
        foreach (var p in strategy.Parameters) table.Add(p.Name, Text(p.Default), p.Unit, Range(p), p.Help);
        return table;
    }

    private static string Range(StrategyParameterInfo parameter)
    {
        var text = (parameter.Min, parameter.Max) switch
        {
            ({ } min, { } max) => $"{Text(min)} to {Text(max)}",
            ({ } min, null) => $">= {Text(min)}",
            (null, { } max) => $"<= {Text(max)}",
            _ => parameter.Type == typeof(bool) ? "true, false" : "",
        };
        return parameter.Nullable ? text.Length > 0 ? text + ", null" : "null allowed" : text;
    }

    private static string Text(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
