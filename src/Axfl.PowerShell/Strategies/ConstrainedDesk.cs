using System.Management.Automation;
using System.Reflection;

namespace Axfl.PowerShell.Strategies;

/// <summary>$desk in a constrained session: there methods of .NET objects are forbidden, and code methods of PowerShell objects are not.</summary>
public static class ConstrainedDesk
{
    private static readonly MethodInfo[] Methods =
        [.. typeof(ConstrainedDesk).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(m => m.GetParameters() is [{ ParameterType: var first }, ..] && first == typeof(PSObject))];

    internal static PSObject Of(ScriptDesk desk)
    {
        var shown = new PSObject(desk);
        foreach (var method in Methods) shown.Members.Add(new PSCodeMethod(method.Name, method));
        return shown;
    }

    /// <summary>As <see cref="ScriptDesk.Market"/>.</summary>
    public static void Market(PSObject instance, string side, double stopLoss, double target = double.NaN, string tag = "") =>
        Desk(instance).Market(SideOf(side), stopLoss, target, tag);

    /// <summary>As <see cref="ScriptDesk.Stop"/>.</summary>
    public static void Stop(PSObject instance, string side, double price, double stopLoss, double target = double.NaN, int minutes = 0, string tag = "") =>
        Desk(instance).Stop(SideOf(side), price, stopLoss, target, minutes, tag);

    /// <summary>As <see cref="ScriptDesk.Limit"/>.</summary>
    public static void Limit(PSObject instance, string side, double price, double stopLoss, double target = double.NaN, int minutes = 0, string tag = "") =>
        Desk(instance).Limit(SideOf(side), price, stopLoss, target, minutes, tag);

    /// <summary>As <see cref="ScriptDesk.Indicator"/>.</summary>
    public static System.Collections.Hashtable Indicator(PSObject instance, string name, System.Collections.IDictionary? parameters = null, int bars = 0) =>
        Desk(instance).Indicator(name, parameters, bars);

    /// <summary>As <see cref="ScriptDesk.CancelEntry"/>.</summary>
    public static void CancelEntry(PSObject instance) => Desk(instance).CancelEntry();

    /// <summary>As <see cref="ScriptDesk.ExitPosition"/>.</summary>
    public static void ExitPosition(PSObject instance) => Desk(instance).ExitPosition();

    private static ScriptDesk Desk(PSObject instance)
    {
        ArgumentNullException.ThrowIfNull(instance);
        return (ScriptDesk)instance.BaseObject;
    }

    private static Contracts.Side SideOf(string side) => Enum.TryParse<Contracts.Side>(side, ignoreCase: true, out var known) && Enum.IsDefined(known)
        ? known
        : throw new ArgumentException($"'{side}' is not a side: use long or short.", nameof(side));
}
