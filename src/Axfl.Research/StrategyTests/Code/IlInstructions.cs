using System.Reflection.Emit;
using System.Reflection.Metadata;

namespace Axfl.Research.StrategyTests.Code;

/// <summary>The instructions of a method that name something, in order.</summary>
internal static class IlInstructions
{
    private static readonly Dictionary<short, OpCode> All = typeof(OpCodes).GetFields().Select(f => (OpCode)f.GetValue(null)!).ToDictionary(o => o.Value);

    /// <summary>Each instruction with the token it names; 0: none.</summary>
    public static IEnumerable<(OpCode Code, int Token)> Of(byte[] il)
    {
        for (var at = 0; at < il.Length;)
        {
            var code = il[at] == 0xFE ? All[(short)(0xFE00 | il[at + 1])] : All[il[at]];
            at += code.Size;
            var token = code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineTok or OperandType.InlineType ? BitConverter.ToInt32(il, at) : 0;
            yield return (code, token);
            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
                _ => 4,
            };
        }
    }

    /// <summary>A token as a handle.</summary>
    public static EntityHandle HandleOf(int token) => System.Reflection.Metadata.Ecma335.MetadataTokens.EntityHandle(token);
}
