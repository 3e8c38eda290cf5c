using Axfl.Configuration.Yaml;

namespace Axfl.Configuration.Compatibility;

/// <summary><c>risk_parity</c> of the older program: <c>{enabled, lookback_d, floor, cap}</c>, in the profile or under <c>risk</c>.</summary>
internal static class OlderRiskParity
{
    private const string Key = "risk_parity";

    /// <summary>The section <c>risk</c> with the older form in the words of the present one.</summary>
    public static Section Present(Section risk)
    {
        var node = risk.Node(Key);
        if (risk.Parent?.Node(Key) is { } outside)
        {
            var path = risk.Parent.Path(Key);
            if (node is not null) risk.Log.Error(outside.Location, path, "is set beside risk.risk_parity, its present form: keep that one.");
            else risk.Log.Warn(outside.Location, path, "'risk_parity' of a profile is the older form of risk.risk_parity: write risk_parity: {lookback_days: 20, floor: 0.15, cap: 0.6} under 'risk'.");
            node ??= outside;
        }

        return node is null ? risk : risk.With(Key, OlderForm.Present(risk, node, risk.Path(Key), "risk.risk_parity", ("lookback_d", "lookback_days")));
    }
}
