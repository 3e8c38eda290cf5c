using System.Globalization;
using System.Management.Automation;

namespace Axfl.PowerShell.Arguments;

/// <summary>Takes a number written as text with a decimal point alone: '0,6' is an error and not 6.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NumberArgumentAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        if ((inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is not string text) return inputData;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw new ArgumentTransformationMetadataException($"'{text}' is not a number: write it with a decimal point and without separators, as in 0.6.");
    }
}
